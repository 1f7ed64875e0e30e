package org.portcullis.dissection.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.statement.Statement;

/** What to note about each kind of statement. */
final class RuleTable {

  private final Map<Class<?>, Rule<Statement>> rules = new HashMap<>();

  /** What to note about a statement; the walk goes on below it by itself. */
  @FunctionalInterface
  interface Rule<S extends Statement> {
    void note(S statement, SqlWalk walk, QueryNames names);
  }

  <S extends Statement> void on(Class<S> type, Rule<S> rule) {
    rules.put(type, (statement, walk, names) -> rule.note(type.cast(statement), walk, names));
  }

  Optional<Rule<Statement>> find(Statement statement) {
    return Optional.ofNullable(rules.get(statement.getClass()));
  }
}
