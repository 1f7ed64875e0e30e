package org.portcullis.dissection.sql;

/** Where comments begin and end. */
final class SqlComments {

  private SqlComments() {}

  /** Whether two dashes begin a comment; for MySQL they do only before white space. */
  static boolean beginsWithDashes(String text, int at, Dialect dialect) {
    int behind = at + 2;
    return !dialect.isMysql() || behind >= text.length() || isAsciiBlank(text.charAt(behind));
  }

  /** MySQL takes other blanks for the first letter of a name. */
  private static boolean isAsciiBlank(char c) {
    return c <= ' ' || c == 0x7f;
  }

  /** A lone carriage return ends a line for some databases and not for others. */
  static int lineEnd(String text, int from, Dialect dialect) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '\n'
        && (!dialect.endsLineAtReturn() || text.charAt(end) != '\r')) {
      end++;
    }
    return end;
  }

  /** Whether a comment is one that MySQL or MariaDB runs. */
  static boolean isCode(String text, int at) {
    return text.startsWith("/*!", at) || text.startsWith("/*M!", at);
  }

  /**
   * Whether it matters to what is behind such a comment if it is run: a server that is older than
   * the version it names does not.
   */
  static boolean isDoubtful(String text, int at) {
    int end = text.indexOf("*/", at);
    String content = text.substring(text.indexOf('!', at), end < 0 ? text.length() : end);
    return content.chars().anyMatch(c -> "'\"`#;\\".indexOf(c) >= 0)
        || content.contains("--")
        || content.contains("/*");
  }

  /** The offset behind the mark and the version of such a comment. */
  static int codeBegin(String text, int at) {
    int begin = text.indexOf('!', at) + 1;
    while (begin < text.length() && Character.isDigit(text.charAt(begin))) {
      begin++;
    }
    return begin;
  }
}
