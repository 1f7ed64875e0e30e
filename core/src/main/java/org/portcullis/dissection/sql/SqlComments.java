package org.portcullis.dissection.sql;

/** Where comments begin and end. */
final class SqlComments {

  private SqlComments() {}

  /** Whether two dashes begin a comment; for MySQL they do only before white space. */
  static boolean beginsWithDashes(String text, int at, Dialect dialect) {
    int behind = at + 2;
    return !dialect.isMysql() || behind >= text.length() || SqlChars.isBlank(text.charAt(behind));
  }

  /** A lone carriage return ends a line for some databases and not for MySQL. */
  static int lineEnd(String text, int from, Dialect dialect) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '\n'
        && (dialect.isMysql() || text.charAt(end) != '\r')) {
      end++;
    }
    return end;
  }

  /** Whether a comment is one that MySQL or MariaDB runs. */
  static boolean isCode(String text, int at) {
    return text.startsWith("/*!", at) || text.startsWith("/*M!", at);
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
