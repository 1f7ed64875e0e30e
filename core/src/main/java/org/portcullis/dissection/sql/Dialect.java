package org.portcullis.dissection.sql;

/** The ways in which databases draw the line between code, text and comments. */
enum Dialect {
  /** The SQL standard with PostgreSQL's dollar quotes and E'' strings. */
  STANDARD(false, false),
  /** A backslash in a string escapes what follows. */
  ESCAPED(true, false),
  /**
   * MySQL: escapes, comments behind {@code #}, comments behind {@code --} only before white space,
   * and {@code /*!} comments that are code.
   */
  MYSQL(true, true);

  private final boolean escapes;
  private final boolean mysql;

  Dialect(boolean escapes, boolean mysql) {
    this.escapes = escapes;
    this.mysql = mysql;
  }

  boolean escapes() {
    return escapes;
  }

  boolean isMysql() {
    return mysql;
  }
}
