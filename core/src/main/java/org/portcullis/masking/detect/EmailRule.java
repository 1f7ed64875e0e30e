package org.portcullis.masking.detect;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * E-mail addresses (RFC 5321 section 4.1.2, without quoted local parts and address literals), the
 * at sign also in its percent and backslash spellings. Letters of alphabetic scripts count as
 * letters, ideographs as neighbors, because text runs on without blanks there.
 */
final class EmailRule implements TokenRule {

  static final String TYPE = "EMAIL";

  private static final int MAX_LOCAL = 128;
  private static final int MAX_DOMAIN = 254;
  private static final String LOCAL_MARKS = "._%+-'!#$*^~";

  /** Endings of files whose names hold an at sign: {@code icon@2x.png}. */
  private static final Set<String> FILE_ENDINGS =
      Set.of("png", "jpg", "jpeg", "svg", "gif", "webp", "avif", "ico", "bmp");

  @Override
  public List<String> literals() {
    return List.of("@", "%40", "\\u0040");
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int from = localStart(text, start);
    int to = domainEnd(text, end);
    if (from < 0 || to < 0 || isGitRemote(text, from, start, to)) {
      return start;
    }
    scan.add(TYPE, from, to);
    return to;
  }

  /** Where the local part starts, or -1 when there is none. */
  private static int localStart(String text, int at) {
    int limit = Math.max(0, at - MAX_LOCAL);
    int from = at;
    while (from > limit && isLocal(text.charAt(from - 1))) {
      from--;
    }
    while (from < at && !isLetterOrDigit(text.charAt(from)) && text.charAt(from) != '_') {
      from++;
    }
    return from == at ? -1 : afterEscape(text, from, at);
  }

  /** Leaves the letters of an escape before the address alone: {@code \nann@…}. */
  private static int afterEscape(String text, int from, int at) {
    if (from > 0 && from + 1 < at && Chars.endsEscape(text, from + 1)) {
      return from + 1;
    }
    return from;
  }

  /** Behind the last label that may be a top-level domain, or -1 when there is none. */
  private static int domainEnd(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_DOMAIN);
    int best = -1;
    int labels = 0;
    int label = from;
    while (label < limit) {
      int end = label;
      while (end < limit && (isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      int trimmed = trimHyphens(text, label, end);
      if (trimmed == label || trimmed - label > 63) {
        break;
      }
      labels++;
      if (labels > 1 && isTopLevel(text, label, trimmed)) {
        best = trimmed;
      }
      if (end >= limit || text.charAt(end) != '.') {
        break;
      }
      label = end + 1;
    }
    return best < 0 || isVersionOrFile(text, from, best) ? -1 : best;
  }

  private static int trimHyphens(String text, int from, int end) {
    int trimmed = end;
    while (trimmed > from && text.charAt(trimmed - 1) == '-') {
      trimmed--;
    }
    return trimmed;
  }

  /** At least two letters first; what is glued behind them belongs to the label. */
  private static boolean isTopLevel(String text, int from, int to) {
    return to - from >= 2 && isLetter(text.charAt(from)) && isLetter(text.charAt(from + 1));
  }

  private static boolean isVersionOrFile(String text, int from, int to) {
    int first = text.charAt(from) == 'v' ? from + 1 : from;
    int digits = Chars.runEnd(text, first, Chars.DIGIT, to);
    boolean version =
        digits > first
            && digits + 1 < to
            && text.charAt(digits) == '.'
            && Chars.is(text.charAt(digits + 1), Chars.DIGIT);
    int dot = text.lastIndexOf('.', to - 1);
    return version || FILE_ENDINGS.contains(text.substring(dot + 1, to));
  }

  /** {@code git@host:path} and {@code ssh://git@host} name a server, not a person. */
  private static boolean isGitRemote(String text, int from, int at, int to) {
    if (at - from != 3 || !text.startsWith("git", from)) {
      return false;
    }
    boolean path = to < text.length() && (text.charAt(to) == ':' || text.charAt(to) == '/');
    return path || text.startsWith("://", from - 3);
  }

  private static boolean isLocal(char c) {
    return isLetterOrDigit(c) || LOCAL_MARKS.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 128 ? Chars.is(c, Chars.ALNUM) : isLetter(c);
  }

  private static boolean isLetter(char c) {
    if (c < 128) {
      return Chars.is(c, Chars.LETTER);
    }
    if (!Character.isLetter(c)) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.LATIN
        || script == UnicodeScript.GREEK
        || script == UnicodeScript.CYRILLIC;
  }
}
