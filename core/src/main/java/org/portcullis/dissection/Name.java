package org.portcullis.dissection;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.dissection.ArgumentNames.Named;

/**
 * A key. The elements of a list share the list's, and it may be long: what is worked out about it
 * is worked out once, or each of many elements would cost its whole length. For use by one thread.
 */
final class Name {

  private final String text;
  private @Nullable String plain;
  private @Nullable String lowerCase;
  private @Nullable Named said;

  Name(String text) {
    this.text = text;
  }

  /** As it stands; empty when there is no key. */
  String text() {
    return text;
  }

  /** Its letters and digits, in lower case. */
  String plain() {
    if (plain == null) {
      plain = Words.plain(text);
    }
    return plain;
  }

  /** All of it, in lower case. */
  String lowerCase() {
    if (lowerCase == null) {
      lowerCase = text.toLowerCase(Locale.ROOT);
    }
    return lowerCase;
  }

  /** What it says about what stands under it, read at the first time. */
  Named said(Function<Name, Named> reading) {
    if (said == null) {
      said = reading.apply(this);
    }
    return said;
  }
}
