package org.portcullis.dissection;

import java.util.Locale;
import java.util.Set;

/** Tells whether an argument holds SQL, by its name or by how its text begins. */
final class SqlArguments {

  /** What they hold is SQL, whatever it looks like. */
  private static final Set<String> SQL =
      Set.of(
          "sql",
          "sqls",
          "sqlquery",
          "sqlqueries",
          "sqlstatement",
          "sqlstatements",
          "sqltext",
          "sqlcommand",
          "sqlcommands",
          "sqlscript",
          "sqlstring",
          "sqllist",
          "rawsql",
          "statement",
          "statements",
          "migrationsql");

  /** What they hold is what people write to people, whatever it looks like. */
  private static final Set<String> PROSE =
      Set.of(
          "text",
          "body",
          "message",
          "messages",
          "content",
          "contents",
          "prompt",
          "description",
          "comment",
          "comments",
          "title",
          "subject",
          "reason",
          "summary",
          "note",
          "notes",
          "name",
          "question",
          "answer",
          "thought",
          "thoughts",
          "instructions",
          "label",
          "labels",
          "tags");

  private SqlArguments() {}

  static boolean holdsSql(String name, String text) {
    String plain = plain(name);
    if (SQL.contains(plain)) {
      return !text.isBlank();
    }
    return !PROSE.contains(plain) && SqlEvidence.beginsLikeSql(text);
  }

  /** {@code sql_query}, {@code sqlQuery} and {@code SQL-Query} are one name. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
