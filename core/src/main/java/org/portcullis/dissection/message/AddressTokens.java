package org.portcullis.dissection.message;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.dissection.message.AddressToken.Kind;
import org.portcullis.text.PlainText;

/**
 * Cuts an address list into tokens (RFC 5322, section 3.2). Stricter than mail is: what one reader
 * takes for words about an address and another one for an address is refused. In linear time.
 */
final class AddressTokens {

  private static final String SIGNS = "<>@,;:";

  /** Beside letters and digits (RFC 5322, section 3.2.3), without {@code %} and {@code !}. */
  private static final String WORD_SIGNS = "#$&'*+-/=?^_`{|}~.";

  /** Begins a word that mail readers decode (RFC 2047), some of them before they look for it. */
  private static final String ENCODED = "=?";

  private final String text;
  private final List<AddressToken> tokens = new ArrayList<>();
  private int at;
  private boolean apart;

  private AddressTokens(String text) {
    this.text = text;
  }

  /** The tokens; empty when something in the text could be read in another way. */
  static Optional<List<AddressToken>> of(String text) {
    if (!PlainText.isReadable(text) || text.contains(ENCODED) || hasDisguise(text)) {
      return Optional.empty();
    }
    AddressTokens tokens = new AddressTokens(text);
    while (tokens.at < text.length()) {
      if (!tokens.next()) {
        return Optional.empty();
      }
    }
    return Optional.of(tokens.tokens);
  }

  /** Full-width and small forms of signs, which some programs make signs of. */
  private static boolean hasDisguise(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x80)
        .anyMatch(
            c ->
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .codePoints()
                    .anyMatch(form -> form < 0x80 && !Character.isLetterOrDigit(form)));
  }

  private boolean next() {
    char c = text.charAt(at);
    if (c == ' ') {
      at++;
      apart = true;
      return true;
    }
    if (c == '(') {
      return comment();
    }
    if (c == '"') {
      return quoted();
    }
    if (SIGNS.indexOf(c) >= 0) {
      add(Kind.SIGN, at + 1);
      return true;
    }
    return word();
  }

  /** Comments may nest, and none holds what could be a part of an address. */
  private boolean comment() {
    int depth = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        at++;
        apart = true;
        return true;
      } else if (c == '\\' || c == '"' || SIGNS.indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }

  /** A text with an address and a separator in it falls apart where quotes are not understood. */
  private boolean quoted() {
    boolean address = false;
    boolean separator = false;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        add(Kind.QUOTED, i + 1);
        return !(address && separator);
      }
      address |= c == '@';
      separator |= c == '\\' || (c != '@' && SIGNS.indexOf(c) >= 0);
      i += c == '\\' ? 1 : 0;
    }
    return false;
  }

  private boolean word() {
    int end = at;
    while (end < text.length() && isWord(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end == at) {
      return false;
    }
    add(Kind.WORD, end);
    return true;
  }

  private void add(Kind kind, int end) {
    tokens.add(new AddressToken(kind, text.substring(at, end), apart));
    at = end;
    apart = false;
  }

  private static boolean isWord(int c) {
    return c < 0x80
        ? Character.isLetterOrDigit(c) || WORD_SIGNS.indexOf(c) >= 0
        : !Character.isSpaceChar(c);
  }
}
