package org.portcullis.dissection.sql;

/** The ways in which databases draw the line between code, text and comments. */
enum Dialect {
  /** The SQL standard with PostgreSQL's dollar quotes and E'' strings. */
  STANDARD(false, false, true),
  /** A backslash in a string escapes what follows. */
  ESCAPED(true, false, true),
  /**
   * MySQL: escapes, comments behind {@code #}, comments behind {@code --} only before white space,
   * and {@code /*!} comments that are code.
   */
  MYSQL(true, true, false),
  /** SQLite and Oracle: a dollar sign is part of a name, and only a line feed ends a line. */
  SQLITE(false, false, false);

  private final boolean escapes;
  private final boolean mysql;
  private final boolean dollarQuotes;

  Dialect(boolean escapes, boolean mysql, boolean dollarQuotes) {
    this.escapes = escapes;
    this.mysql = mysql;
    this.dollarQuotes = dollarQuotes;
  }

  boolean escapes() {
    return escapes;
  }

  boolean isMysql() {
    return mysql;
  }

  /** Whether {@code $tag$...$tag$} is a string; otherwise a dollar sign is part of a name. */
  boolean hasDollarQuotes() {
    return dollarQuotes;
  }

  /** Whether a lone carriage return ends a line, and with it a comment. */
  boolean endsLineAtReturn() {
    return dollarQuotes;
  }
}
