package org.portcullis.dissection.code.python;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** What characters mean in Python. */
final class Chars {

  private static final Set<String> PREFIXES =
      Set.of("r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");
  private static final Pattern CODING =
      Pattern.compile("^[ \\t\\f]*#[^\\n\\r]*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Set<String> PLAIN = Set.of("utf8", "ascii", "utf8sig", "usascii");

  private Chars() {}

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** The next end of a line, or of the text. */
  static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** Whether this may stand before a quote. */
  static boolean isPrefix(String name) {
    return name.length() <= 2 && PREFIXES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The end of a number. */
  static int numberEnd(String text, int from) {
    int at = from;
    char base = at + 1 < text.length() ? Character.toLowerCase(text.charAt(at + 1)) : ' ';
    if (text.charAt(at) == '0' && "xob".indexOf(base) >= 0) {
      at += 2;
      while (at < text.length() && (isHex(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      return at;
    }
    at = digits(text, at);
    if (at < text.length() && text.charAt(at) == '.') {
      at = digits(text, at + 1);
    }
    int exponent = exponent(text, at);
    if (exponent > at) {
      at = digits(text, exponent);
    }
    return at < text.length() && Character.toLowerCase(text.charAt(at)) == 'j' ? at + 1 : at;
  }

  private static int exponent(String text, int at) {
    if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
      return at;
    }
    boolean signed = text.startsWith("+", at + 1) || text.startsWith("-", at + 1);
    int digit = at + (signed ? 2 : 1);
    boolean number = digit < text.length() && Character.isDigit(text.charAt(digit));
    return number ? digit : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }

  /** Whether the first two lines say that the text means another one (PEP 263). */
  static boolean isRecoded(String text) {
    int first = lineEnd(text, 0);
    int second = first + (text.startsWith("\r\n", first) ? 2 : 1);
    String next = second < text.length() ? text.substring(second, lineEnd(text, second)) : "";
    return recodes(text.substring(0, first)) || recodes(next);
  }

  private static boolean recodes(String line) {
    Matcher coding = CODING.matcher(line);
    return coding.find()
        && !PLAIN.contains(
            coding.group(1).toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
  }
}
