package org.portcullis.masking.detect;

import java.util.List;
import java.util.Locale;

/**
 * A name that says secret, a colon or an equals sign, and a value: in configurations, headers,
 * queries, code, and JSON that stands in a text.
 */
final class AssignmentRule implements TokenRule {

  private static final int MAX_NAME = 64;
  private static final int MAX_LOOK = 512;
  private static final int MAX_BLANKS = 4;
  private static final int NAME = Chars.BASE64_URL | Chars.DOT;

  /** Shorter words behind a colon are sentences, not passwords. */
  private static final int MIN_LOOSE = 6;

  private static final String QUOTES = "\"'`";
  private static final String BARE_ENDS = "\"'`,;&<>|\\";

  /** What a word of a language has not, but a password often has. */
  private static final String MARKS = "0123456789!@#$%^*+~";

  @Override
  public List<String> literals() {
    return List.of("=", ":");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int nameEnd = nameEnd(text, start);
    int nameStart = Chars.runStart(text, nameEnd, NAME, nameEnd - MAX_NAME);
    String name = credentialName(text, nameStart, nameEnd);
    if (name.isEmpty()) {
      return start;
    }
    int from = valueStart(text, end);
    boolean quoted = from < text.length() && QUOTES.indexOf(text.charAt(from)) >= 0;
    int first = quoted ? from + 1 : from;
    int to = valueEnd(text, first, quoted, first + MAX_LOOK);
    boolean tight = nameEnd == start && first == end;
    boolean nameQuoted = nameEnd < start && "\"'`\\".indexOf(text.charAt(nameEnd)) >= 0;
    boolean prose = !quoted && !tight && !nameQuoted && isProse(text, name, first, to);
    if (first >= to || prose) {
      return start;
    }
    String type = type(text, name, nameStart, first, to);
    if (type.isEmpty()) {
      return start;
    }
    int whole = valueEnd(text, first, quoted, Integer.MAX_VALUE);
    scan.add(type, first, whole);
    return whole;
  }

  private static String type(String text, String name, int nameStart, int from, int to) {
    String value = text.substring(from, to);
    String type = isCall(value) ? "" : SecretValues.type(name, value);
    boolean inQuery = nameStart > 0 && "?&".indexOf(text.charAt(nameStart - 1)) >= 0;
    return !type.isEmpty() && inQuery && SecretNames.isStrong(name) ? "URL_PASSWORD" : type;
  }

  /** Back over blanks and quotes between a name and its sign. */
  private static int nameEnd(String text, int sign) {
    int at = sign;
    while (at > 0 && sign - at < MAX_BLANKS && isGap(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\t' || c == '\\' || c == '"' || c == '\'' || c == '`' || c == ':';
  }

  /** The normalized name if it says secret, alone or with the word before it; or nothing. */
  private static String credentialName(String text, int from, int to) {
    String name = normalize(text.substring(from, to));
    if (name.isEmpty()) {
      return "";
    }
    if (SecretNames.isCredential(name)) {
      return name;
    }
    if (from == 0 || text.charAt(from - 1) != ' ') {
      return "";
    }
    int before = Chars.runStart(text, from - 1, NAME, from - 1 - MAX_NAME);
    String both = normalize(text.substring(before, to));
    return SecretNames.isCredential(both) ? both : "";
  }

  private static String normalize(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static int valueStart(String text, int from) {
    int at = from;
    while (at < text.length()
        && at - from < MAX_BLANKS * 2
        && " \t\\=>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int valueEnd(String text, int from, boolean quoted, int bound) {
    int limit = Math.min(text.length(), bound);
    return quoted ? quotedEnd(text, from, limit) : bareEnd(text, from, limit);
  }

  private static int quotedEnd(String text, int from, int limit) {
    char quote = text.charAt(from - 1);
    int at = from;
    while (at < limit && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at++;
    }
    while (at > from && at < limit && text.charAt(at) == quote && text.charAt(at - 1) == '\\') {
      at--;
    }
    return at;
  }

  private static int bareEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && text.charAt(at) > ' ' && BARE_ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    while (at > from && ".)}".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isProse(String text, String name, int from, int to) {
    boolean shorter = to - from < MIN_LOOSE && !SecretNames.isPin(name);
    return shorter || !hasMark(text, from, to);
  }

  private static boolean hasMark(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (MARKS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code getPassword(…} is code, not a value. */
  private static boolean isCall(String value) {
    int name = Chars.runEnd(value, 0, NAME, value.length());
    return name > 0 && name < value.length() && value.charAt(name) == '(';
  }
}
