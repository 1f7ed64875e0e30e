package org.portcullis.dissection.sql;

import net.sf.jsqlparser.statement.Commit;
import net.sf.jsqlparser.statement.DescribeStatement;
import net.sf.jsqlparser.statement.ExplainStatement;
import net.sf.jsqlparser.statement.ResetStatement;
import net.sf.jsqlparser.statement.RollbackStatement;
import net.sf.jsqlparser.statement.SavepointStatement;
import net.sf.jsqlparser.statement.SetStatement;
import net.sf.jsqlparser.statement.ShowColumnsStatement;
import net.sf.jsqlparser.statement.ShowStatement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.UseStatement;
import net.sf.jsqlparser.statement.execute.Execute;
import net.sf.jsqlparser.statement.show.ShowIndexStatement;
import net.sf.jsqlparser.statement.show.ShowTablesStatement;

/** What statements do that change no data and define nothing. */
final class SessionRules {

  private SessionRules() {}

  static void addTo(RuleTable rules) {
    sessions(rules);
    rules.on(Execute.class, (s, walk, names) -> execute(s, walk));
  }

  private static void sessions(RuleTable rules) {
    rules.on(Commit.class, (s, walk, names) -> transaction(walk));
    rules.on(RollbackStatement.class, (s, walk, names) -> transaction(walk));
    rules.on(SavepointStatement.class, (s, walk, names) -> transaction(walk));
    rules.on(UseStatement.class, (s, walk, names) -> walk.noteName("use", s.getName()));
    rules.on(ResetStatement.class, (s, walk, names) -> walk.noteName("set", s.getName()));
    rules.on(SetStatement.class, (s, walk, names) -> settings(s, walk));
    rules.on(ShowStatement.class, (s, walk, names) -> show(walk));
    rules.on(UnsupportedStatement.class, (s, walk, names) -> unsupported(s, walk));
    rules.on(ShowTablesStatement.class, (s, walk, names) -> show(walk));
    rules.on(ShowIndexStatement.class, (s, walk, names) -> show(walk));
    rules.on(
        ShowColumnsStatement.class,
        (s, walk, names) -> walk.noteName("describe", s.getTableName()));
    rules.on(DescribeStatement.class, (s, walk, names) -> walk.note("describe", s.getTable()));
    rules.on(
        ExplainStatement.class,
        (s, walk, names) -> {
          // The statement below counts as if it ran: with ANALYZE it does.
          if (s.getTable() != null) {
            walk.note("describe", s.getTable());
          }
        });
  }

  /** The parser knows nothing of most kinds of {@code SHOW}, and none of them does more. */
  private static void unsupported(UnsupportedStatement statement, SqlWalk walk) {
    String text = statement.toString().strip();
    if (text.regionMatches(true, 0, "show ", 0, 5) && text.indexOf('(') < 0) {
      show(walk);
    } else {
      walk.found().opaque();
    }
  }

  private static void execute(Execute statement, SqlWalk walk) {
    String name = SqlNames.of(statement.getName());
    walk.found().add("call", name);
    if (name.equals("immediate")) {
      walk.found().opaque();
    }
  }

  private static void settings(SetStatement statement, SqlWalk walk) {
    for (int i = 0; i < statement.getCount(); i++) {
      walk.noteName("set", String.valueOf(statement.getName(i)).strip());
    }
  }

  private static void transaction(SqlWalk walk) {
    walk.found().add("transaction", SqlFinding.NOTHING);
  }

  private static void show(SqlWalk walk) {
    walk.found().add("show", SqlFinding.NOTHING);
  }
}
