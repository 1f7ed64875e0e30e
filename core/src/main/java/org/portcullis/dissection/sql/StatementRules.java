package org.portcullis.dissection.sql;

import java.util.Optional;
import net.sf.jsqlparser.statement.Statement;

/** What each kind of statement does. A kind that no rule knows is opaque. */
final class StatementRules {

  private static final RuleTable RULES = rules();

  private StatementRules() {}

  static void note(Statement statement, SqlWalk walk, QueryNames names) {
    Optional<RuleTable.Rule<Statement>> rule = RULES.find(statement);
    if (rule.isPresent()) {
      rule.get().note(statement, walk, names);
    } else {
      walk.found().opaque();
    }
  }

  private static RuleTable rules() {
    RuleTable rules = new RuleTable();
    DataRules.addTo(rules);
    DefinitionRules.addTo(rules);
    SessionRules.addTo(rules);
    return rules;
  }
}
