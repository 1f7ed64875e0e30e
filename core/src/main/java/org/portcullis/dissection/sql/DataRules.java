package org.portcullis.dissection.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.OutputClause;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.OracleMultiInsertClause;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.truncate.Truncate;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** What statements that change rows do. */
final class DataRules {

  private static final String INSERT = "insert";
  private static final String UPDATE = "update";
  private static final String DELETE = "delete";

  private DataRules() {}

  static void addTo(RuleTable rules) {
    rules.on(Insert.class, DataRules::insert);
    rules.on(Upsert.class, DataRules::upsert);
    rules.on(Update.class, DataRules::update);
    rules.on(Delete.class, DataRules::delete);
    rules.on(Merge.class, DataRules::merge);
    rules.on(Truncate.class, (s, walk, names) -> walk.noteEach("truncate", s.getTables()));
    // What stands in their parentheses is a statement of its own.
    rules.on(ParenthesedInsert.class, (s, walk, names) -> {});
    rules.on(ParenthesedUpdate.class, (s, walk, names) -> {});
    rules.on(ParenthesedDelete.class, (s, walk, names) -> {});
  }

  private static void insert(Insert insert, SqlWalk walk, QueryNames names) {
    if (insert.isOracleMultiInsert()) {
      insert.getOracleMultiInsertBranches().stream()
          .flatMap(branch -> AstNodes.children(branch).stream())
          .filter(OracleMultiInsertClause.class::isInstance)
          .forEach(
              clause -> write(INSERT, ((OracleMultiInsertClause) clause).getTable(), walk, names));
    }
    Table table = insert.getTable();
    if (table == null) {
      return;
    }
    write(INSERT, table, walk, names);
    if (insert.isOverwrite()) {
      write(DELETE, table, walk, names);
    }
    if (insert.getConflictAction() != null || insert.getDuplicateAction() != null) {
      write(UPDATE, table, walk, names);
    }
    returned(table, insert.getReturningClause(), insert.getOutputClause(), walk);
  }

  /** {@code REPLACE} deletes the rows it replaces. */
  private static void upsert(Upsert upsert, SqlWalk walk, QueryNames names) {
    write(INSERT, upsert.getTable(), walk, names);
    boolean replaces = upsert.getUpsertType().name().contains("REPLACE");
    write(replaces ? DELETE : UPDATE, upsert.getTable(), walk, names);
  }

  /** The target may be the alias of a table; MySQL changes joined tables as well. */
  private static void update(Update update, SqlWalk walk, QueryNames names) {
    boolean where = update.getWhere() != null;
    List<Table> targets = new ArrayList<>(List.of(update.getTable()));
    targets.addAll(named(update.getTable(), from(update.getFromItem(), update.getJoins())));
    targets.addAll(tables(from(null, update.getStartJoins())));
    for (Table table : targets) {
      write(UPDATE, table, where, walk, names);
      returned(table, update.getReturningClause(), update.getOutputClause(), walk);
    }
  }

  /** Targets before {@code FROM} are tables of the list behind it, by name or alias. */
  private static void delete(Delete delete, SqlWalk walk, QueryNames names) {
    boolean where = delete.getWhere() != null;
    List<FromItem> from = from(delete.getTable(), delete.getJoins());
    if (delete.getUsingFromItemList() != null) {
      from.addAll(delete.getUsingFromItemList());
    }
    List<Table> targets = new ArrayList<>();
    if (delete.getTables() == null || delete.getTables().isEmpty()) {
      targets.add(delete.getTable());
    } else {
      for (Table target : delete.getTables()) {
        List<Table> meant = named(target, from);
        walk.noted(target);
        targets.addAll(meant.isEmpty() ? List.of(target) : meant);
      }
    }
    for (Table table : targets) {
      write(DELETE, table, where, walk, names);
      returned(table, delete.getReturningClause(), delete.getOutputClause(), walk);
    }
  }

  private static void merge(Merge merge, SqlWalk walk, QueryNames names) {
    Table table = merge.getTable();
    write("merge", table, walk, names);
    List<Object> parts = AstNodes.children(merge);
    if (parts.stream().anyMatch(MergeInsert.class::isInstance)) {
      write(INSERT, table, walk, names);
    }
    if (parts.stream().anyMatch(MergeUpdate.class::isInstance)) {
      write(UPDATE, table, walk, names);
      if (parts.stream()
          .anyMatch(part -> part instanceof MergeUpdate u && u.getDeleteWhereCondition() != null)) {
        write(DELETE, table, walk, names);
      }
    }
    if (parts.stream().anyMatch(MergeDelete.class::isInstance)) {
      write(DELETE, table, walk, names);
    }
    returned(table, merge.getReturningClause(), merge.getOutputClause(), walk);
  }

  private static void write(String verb, Table table, SqlWalk walk, QueryNames names) {
    walk.noted(table);
    walk.found().add(verb, table);
    throughQuery(table, walk, names);
  }

  private static void write(
      String verb, Table table, boolean where, SqlWalk walk, QueryNames names) {
    walk.noted(table);
    walk.found().add(verb, table, where);
    throughQuery(table, walk, names);
  }

  /** Some databases let a query of {@code WITH} be written to, which changes the tables below. */
  private static void throughQuery(Table table, SqlWalk walk, QueryNames names) {
    if (names.holds(table)) {
      walk.found().opaque();
    }
  }

  /** What a change gives back is read. */
  private static void returned(
      Table table,
      @Nullable ReturningClause returning,
      @Nullable OutputClause output,
      SqlWalk walk) {
    if (returning != null || output != null) {
      walk.found().add("select", table);
    }
  }

  private static List<FromItem> from(@Nullable FromItem first, @Nullable List<Join> joins) {
    List<FromItem> items = new ArrayList<>();
    if (first != null) {
      items.add(first);
    }
    if (joins != null) {
      joins.forEach(join -> items.add(join.getFromItem()));
    }
    return items;
  }

  private static List<Table> named(Table target, List<FromItem> from) {
    String name = target.getFullyQualifiedName();
    return tables(from).stream()
        .filter(
            table ->
                table.getAlias() == null
                    ? SqlNames.same(name, table.getFullyQualifiedName())
                    : SqlNames.same(name, table.getAlias().getName()))
        .toList();
  }

  private static List<Table> tables(List<FromItem> from) {
    return from.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
  }
}
