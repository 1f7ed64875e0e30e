package org.portcullis.dissection.sql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.alter.RenameTableStatement;
import net.sf.jsqlparser.statement.alter.sequence.AlterSequence;
import net.sf.jsqlparser.statement.analyze.Analyze;
import net.sf.jsqlparser.statement.comment.Comment;
import net.sf.jsqlparser.statement.create.database.CreateDatabase;
import net.sf.jsqlparser.statement.create.extension.CreateExtension;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.schema.CreateSchema;
import net.sf.jsqlparser.statement.create.sequence.CreateSequence;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.trigger.CreateTrigger;
import net.sf.jsqlparser.statement.create.user.CreateUser;
import net.sf.jsqlparser.statement.create.view.AlterView;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.grant.Grant;
import net.sf.jsqlparser.statement.grant.PrivilegeClause;
import net.sf.jsqlparser.statement.grant.Revoke;
import net.sf.jsqlparser.statement.lock.LockStatement;
import net.sf.jsqlparser.statement.refresh.RefreshMaterializedViewStatement;
import net.sf.jsqlparser.statement.role.AlterRole;
import net.sf.jsqlparser.statement.role.CreateRole;

/** What statements that define things and give rights do. */
final class DefinitionRules {

  private static final String CREATE = "create";
  private static final String ALTER = "alter";

  /** What can be dropped by its name and nothing more. */
  private static final Set<String> DROPPED =
      Set.of(
          "table",
          "view",
          "index",
          "schema",
          "database",
          "function",
          "procedure",
          "sequence",
          "trigger",
          "type",
          "user",
          "role",
          "synonym",
          "extension",
          "domain");

  private DefinitionRules() {}

  static void addTo(RuleTable rules) {
    tables(rules);
    otherObjects(rules);
    rights(rules);
  }

  private static void tables(RuleTable rules) {
    rules.on(Drop.class, (s, walk, names) -> drop(s, walk));
    rules.on(CreateTable.class, (s, walk, names) -> walk.note(CREATE, s.getTable()));
    rules.on(CreateView.class, (s, walk, names) -> walk.note(CREATE, s.getView()));
    rules.on(Alter.class, (s, walk, names) -> alter(s, walk));
    rules.on(AlterView.class, (s, walk, names) -> walk.note(ALTER, s.getView()));
    rules.on(Analyze.class, (s, walk, names) -> walk.noteEach("analyze", s.getTables()));
    rules.on(LockStatement.class, (s, walk, names) -> walk.note("lock", s.getTable()));
    rules.on(
        RefreshMaterializedViewStatement.class,
        (s, walk, names) -> walk.note("refresh", s.getView()));
    rules.on(RenameTableStatement.class, (s, walk, names) -> rename(s, walk));
    rules.on(Comment.class, (s, walk, names) -> comment(s, walk));
    rules.on(
        CreateIndex.class,
        (s, walk, names) -> {
          walk.found().add(CREATE, SqlNames.of(s.getIndex().getName()));
          walk.note(ALTER, s.getTable());
        });
    rules.on(
        CreateTrigger.class,
        (s, walk, names) -> {
          walk.note(CREATE, s.getTrigger());
          walk.note(ALTER, s.getTable());
        });
  }

  /** The parser takes any words, {@code OWNED BY me} as well, for a kind and a name. */
  private static void drop(Drop statement, SqlWalk walk) {
    if (!DROPPED.contains(statement.getType().toLowerCase(Locale.ROOT))) {
      walk.found().opaque();
    }
    walk.noteEach("drop", statement.getNames());
  }

  /** A table that is renamed is there under another name, to which other rules may apply. */
  private static void alter(Alter statement, SqlWalk walk) {
    walk.note(ALTER, statement.getTable());
    if (statement.getAlterExpressions() != null) {
      statement.getAlterExpressions().stream()
          .map(AlterExpression::getNewTableName)
          .filter(Objects::nonNull)
          .forEach(name -> walk.noteName(CREATE, name));
    }
  }

  private static void otherObjects(RuleTable rules) {
    rules.on(CreateSchema.class, (s, walk, names) -> walk.noteName(CREATE, s.getSchemaName()));
    rules.on(CreateDatabase.class, (s, walk, names) -> walk.noteName(CREATE, s.getDatabaseName()));
    rules.on(CreateExtension.class, (s, walk, names) -> walk.noteName(CREATE, s.getName()));
    rules.on(CreateUser.class, (s, walk, names) -> users(s, walk));
    rules.on(CreateRole.class, (s, walk, names) -> walk.noteName(CREATE, s.getName()));
    rules.on(AlterRole.class, (s, walk, names) -> walk.noteName(ALTER, s.getName()));
    rules.on(
        CreateSequence.class,
        (s, walk, names) -> walk.noteName(CREATE, s.getSequence().getFullyQualifiedName()));
    rules.on(
        AlterSequence.class,
        (s, walk, names) -> walk.noteName(ALTER, s.getSequence().getFullyQualifiedName()));
  }

  private static void rights(RuleTable rules) {
    rules.on(Grant.class, (s, walk, names) -> privileges("grant", s.getClause(), walk));
    rules.on(Revoke.class, (s, walk, names) -> privileges("revoke", s.getClause(), walk));
  }

  private static void users(CreateUser statement, SqlWalk walk) {
    statement.getAccounts().forEach(account -> walk.noteName(CREATE, account.getUser().toString()));
  }

  private static void rename(RenameTableStatement statement, SqlWalk walk) {
    statement
        .getTableNames()
        .forEach(
            entry -> {
              walk.note(ALTER, entry.getKey());
              walk.note(CREATE, entry.getValue());
            });
  }

  private static void comment(Comment statement, SqlWalk walk) {
    Table table =
        statement.getTable() != null
            ? statement.getTable()
            : statement.getView() != null
                ? statement.getView()
                : statement.getColumn() != null ? statement.getColumn().getTable() : null;
    if (table == null) {
      walk.found().opaque();
    } else {
      walk.note(ALTER, table);
    }
  }

  private static void privileges(String verb, PrivilegeClause clause, SqlWalk walk) {
    List<List<String>> targets =
        clause.getTarget() == null ? List.of() : clause.getTarget().getNames();
    if (targets != null && !targets.isEmpty()) {
      targets.forEach(parts -> walk.noteName(verb, String.join(".", parts)));
    } else if (clause.getRoles() != null && !clause.getRoles().isEmpty()) {
      clause.getRoles().forEach(role -> walk.noteName(verb, role));
    } else {
      walk.found().opaque();
    }
  }
}
