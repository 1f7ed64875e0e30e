package org.portcullis.dissection.sql;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.schema.Table;

/** Collects what one statement does, each thing once. */
final class Found {

  private final String statement;
  private final Set<SqlFinding> findings = new LinkedHashSet<>();
  private final Renames renames = new Renames();
  private int selects;

  Found(String statement) {
    this.statement = statement;
  }

  void add(String verb, Table table) {
    renames.look(table);
    add(verb, SqlNames.of(table), Optional.empty());
  }

  void add(String verb, String object) {
    add(verb, object, Optional.empty());
  }

  void add(String verb, Table table, boolean where) {
    renames.look(table);
    add(verb, SqlNames.of(table), Optional.of(where));
  }

  /** A string that stands where a table should is a file or worse. */
  private void add(String verb, String object, Optional<Boolean> where) {
    if (object.isEmpty() || object.indexOf('\'') >= 0) {
      opaque();
    } else {
      findings.add(new SqlFinding(verb, object, statement, where, Optional.empty()));
    }
  }

  void opaque() {
    findings.add(SqlFinding.opaque(statement));
  }

  /** Functions that are known to do nothing but compute are no commands of their own. */
  void function(String name) {
    String spelled = SqlNames.of(name);
    if (!HarmlessFunctions.contains(spelled)) {
      add("call", spelled);
    }
  }

  Renames renames() {
    return renames;
  }

  void select() {
    selects++;
  }

  int selects() {
    return selects;
  }

  /** What was found; a query that touches nothing is a command too. */
  Set<SqlFinding> findings() {
    boolean onlyCalls = findings.stream().allMatch(finding -> finding.verb().equals("call"));
    if (findings.isEmpty() || (onlyCalls && selects > 0)) {
      add("select", SqlFinding.NOTHING);
    }
    boolean renamed = renames.found();
    return findings.stream()
        .map(finding -> finding.isQuery() ? finding.thatRenames(renamed) : finding)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
