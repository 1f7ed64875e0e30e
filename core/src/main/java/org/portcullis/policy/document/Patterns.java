package org.portcullis.policy.document;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Spelling;

/** Reads the patterns of a document. */
final class Patterns {

  private static final int MAX_LENGTH = 512;
  private static final Pattern CONNECTION = Pattern.compile("[A-Za-z0-9_*?-]{1,64}");
  private static final Pattern COMMAND = Pattern.compile("\\*|[A-Za-z*?][A-Za-z0-9*?-]*:.+");

  /** Kinds of commands that the gate's protocols and dissectors give out. */
  private static final List<String> KINDS =
      List.of(
          "tool",
          "resource",
          "prompt",
          "completion",
          "http",
          "sql",
          "shell",
          "file",
          "code",
          "message");

  private Patterns() {}

  /** A pattern of connection names. */
  static Optional<Glob> connection(Field field) {
    Optional<String> text = field.text();
    if (text.isPresent() && !CONNECTION.matches(text.get())) {
      field.fault(
          Expected.that(
              field.name(),
              text.get(),
              "a connection: letters, digits, hyphens, underscores, * for any run, ? for one"));
      return Optional.empty();
    }
    return text.map(Glob::of);
  }

  /** A pattern of command names, in the spelling in which it is compared. */
  static Optional<Glob> command(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > MAX_LENGTH) {
      field.fault(field.name() + ": too long (expected: at most " + MAX_LENGTH + ")");
      return Optional.empty();
    }
    if (!COMMAND.matches(text.get()) || text.get().codePoints().anyMatch(Patterns::isUnreadable)) {
      field.fault(
          Expected.that(
              field.name(), text.get(), "kind:name, for example tool:find_* or sql:select:orders"));
      return Optional.empty();
    }
    Glob glob = Glob.of(Spelling.of(text.get()));
    warnOfKind(field, glob);
    return Optional.of(glob);
  }

  /** A kind that nothing gives out is most likely misspelled, and its rule would never speak. */
  private static void warnOfKind(Field field, Glob glob) {
    int colon = glob.prefix().indexOf(':');
    if (colon > 0 && !KINDS.contains(glob.prefix().substring(0, colon))) {
      field.warn(
          Expected.oneOf(
              field.name(), glob.text().substring(0, colon), KINDS, "a kind of command"));
    }
  }

  private static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.FORMAT
        || type == Character.SURROGATE;
  }
}
