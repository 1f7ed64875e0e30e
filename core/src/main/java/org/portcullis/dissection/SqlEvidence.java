package org.portcullis.dissection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a text begins like SQL: a word of SQL, followed by what follows it in SQL and seldom in
 * prose ({@code DELETE FROM} is evidence, "delete the old one" is not). Linear in the text.
 */
final class SqlEvidence {

  private static final String FILE = "sql-evidence.tsv";

  /** Evidence stands at the beginning. */
  private static final int MAX_LOOKED_AT = 4096;

  /** What may stand before the first word; a comment there is evidence by itself. */
  private static final Pattern LEAD = Pattern.compile("^[\\s;(\\x{FEFF}]*(--|/\\*|#)?");

  private static final String LEADING = ";(\uFEFF";
  private static final String COMMENTS = "-/#";
  private static final Pattern WORD = Pattern.compile("^[\\s;(\\x{FEFF}]*([A-Za-z_]+)");
  private static final Pattern HAS_WORD_OF_SQL =
      Pattern.compile(
          "(?i)\\b(select|insert|update|delete|drop|alter|create|truncate|grant|merge|call|exec"
              + "|copy|do|with)\\b");
  private static final Map<String, Pattern> FOLLOWERS = read();

  private SqlEvidence() {}

  static boolean beginsLikeSql(String text) {
    return mayBeSql(text)
        && (isEvidence(text.substring(0, Math.min(text.length(), MAX_LOOKED_AT)))
            || isEvidence(withoutComments(text)));
  }

  /** Cheaper than the patterns, and seldom true: a comment or a word of SQL comes first. */
  private static boolean mayBeSql(String text) {
    int at = 0;
    while (at < text.length()
        && (isBlank(text.charAt(at)) || LEADING.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end == at
        ? at < text.length() && COMMENTS.indexOf(text.charAt(at)) >= 0
        : FOLLOWERS.containsKey(text.substring(at, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isEvidence(String begin) {
    Matcher lead = LEAD.matcher(begin);
    if (lead.find() && lead.group(1) != null) {
      boolean code = begin.startsWith("/*!", lead.start(1));
      return code || HAS_WORD_OF_SQL.matcher(begin).find();
    }
    Matcher word = WORD.matcher(begin);
    if (!word.find()) {
      return false;
    }
    Pattern followers = FOLLOWERS.get(word.group(1).toLowerCase(Locale.ROOT));
    // A quote may follow a word directly.
    String rest = begin.substring(word.end());
    return followers != null && (matches(followers, rest) || matches(followers, " " + rest));
  }

  private static boolean matches(Pattern followers, String rest) {
    return followers.matcher(rest).find();
  }

  /**
   * The beginning of a text as a database sees it: blanks of any kind and comments are single
   * blanks. However long those are, as much is left to look at.
   */
  private static String withoutComments(String text) {
    StringBuilder begin = new StringBuilder();
    int at = 0;
    while (at < text.length() && begin.length() < MAX_LOOKED_AT) {
      int behind = behindComment(text, at);
      boolean blank = behind > at || isBlank(text.charAt(at));
      if (!blank) {
        begin.append(text.charAt(at));
      } else if (!begin.isEmpty() && begin.charAt(begin.length() - 1) != ' ') {
        begin.append(' ');
      }
      at = Math.max(behind, at + 1);
    }
    return begin.toString();
  }

  private static int behindComment(String text, int at) {
    if (text.startsWith("--", at) || text.startsWith("#", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", at) && !text.startsWith("/*!", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static Map<String, Pattern> read() {
    Map<String, Pattern> followers = new HashMap<>();
    for (String[] columns : DataFile.read(FILE)) {
      Pattern pattern = Pattern.compile("(?is)^" + columns[1]);
      for (String word : columns[0].split(" ", -1)) {
        followers.put(word, pattern);
      }
    }
    return Map.copyOf(followers);
  }
}
