package org.portcullis.dissection.sql;

import java.util.Optional;
import java.util.Set;

/** Spellings of names and strings that only some databases know. */
final class SqlSpellings {

  private static final int MAX_BRACKETS = 130;

  /** Words behind which {@code [x]} is a name in brackets and not an index. */
  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "select",
          "distinct",
          "all",
          "from",
          "join",
          "into",
          "update",
          "table",
          "where",
          "and",
          "or",
          "not",
          "on",
          "as",
          "by",
          "set",
          "delete",
          "truncate",
          "exec",
          "execute",
          "using",
          "having",
          "when",
          "then",
          "else",
          "case",
          "between",
          "in",
          "like",
          "insert",
          "view",
          "index",
          "merge");

  /** Letters before a string that say how it is written; the string stays a string. */
  private static final Set<String> STRING_PREFIXES = Set.of("e", "n", "x", "b", "r", "rb", "br");

  private SqlSpellings() {}

  /** Whether a word directly before a string belongs to it; MySQL puts character sets there. */
  static boolean isStringPrefix(String word) {
    return STRING_PREFIXES.contains(word) || word.startsWith("_");
  }

  /** Oracle's q'[...]' and Unicode spellings of names end and read where only they know. */
  static boolean isOnlyForItself(String word, String text, int behind) {
    boolean string = behind < text.length() && text.charAt(behind) == '\'';
    boolean ownQuotes = string && (word.equals("q") || word.equals("nq"));
    return ownQuotes || (word.equals("u") && text.startsWith("&", behind));
  }

  /** BigQuery's strings in three quotes, where another has quotes in a string. */
  static boolean mayBeInThreeQuotes(String text, int from) {
    String quotes = String.valueOf(text.charAt(from)).repeat(3);
    return text.startsWith(quotes, from) && text.indexOf(quotes, from + 3) >= 0;
  }

  static boolean standsBeforeNames(String word) {
    return BEFORE_NAMES.contains(word);
  }

  /** A name in the brackets of SQL Server; empty where they must be something else. */
  static Optional<Quoted> inBrackets(String text, int from) {
    String near = text.substring(from, Math.min(text.length(), from + MAX_BRACKETS));
    int end = near.indexOf(']');
    String content = end < 0 ? "" : near.substring(1, end);
    boolean name =
        !content.isEmpty()
            && SqlChars.isWordStart(content.charAt(0))
            && content.chars().allMatch(c -> isInName((char) c));
    return name ? Optional.of(new Quoted(content, from + end + 1, true)) : Optional.empty();
  }

  private static boolean isInName(char c) {
    return SqlChars.isWordPart(c) || c == ' ' || c == '-' || c == '.';
  }
}
