package org.portcullis.dissection.sql;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithFunctionDeclaration;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * Walks a statement's tree from the top and notes what it does. What is written is noted where a
 * statement says so; every table that is left over is read.
 */
final class SqlWalk {

  private final Found found;
  private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());

  SqlWalk(Found found) {
    this.found = found;
  }

  Found found() {
    return found;
  }

  /** Notes what is done to a table. */
  void note(String verb, Table table) {
    noted(table);
    found.add(verb, table);
  }

  /** Notes what is done to each of some tables. */
  void noteEach(String verb, List<Table> tables) {
    tables.forEach(table -> note(verb, table));
  }

  /** Notes what is done to something that is no table. */
  void noteName(String verb, String name) {
    found.add(verb, SqlNames.of(name));
  }

  /** Takes a table out of those that are read: it was noted already, or it is only a name. */
  void noted(Table table) {
    done.add(table);
  }

  /** Recursive: the depth of what is parsed is bounded. */
  void walk(Object node, QueryNames above) {
    if (!done.add(node)) {
      return;
    }
    enter(node, above);
    List<Object> children = AstNodes.children(node);
    QueryNames names = queries(children, above);
    if (node instanceof Statement statement && !(node instanceof Select)) {
      StatementRules.note(statement, this, names);
    }
    for (Object child : children) {
      walk(child, names);
    }
  }

  private void enter(Object node, QueryNames above) {
    found.renames().look(node);
    if (node instanceof Table table) {
      if (!above.holds(table)) {
        found.add("select", table);
      }
    } else if (node instanceof Column column && column.getTable() != null) {
      noted(column.getTable());
    } else if (node instanceof AllTableColumns columns && columns.getTable() != null) {
      noted(columns.getTable());
    } else if (node instanceof Function function && function.getName() != null) {
      found.function(function.getName());
    } else if (node instanceof AnalyticExpression function) {
      found.function(function.getName());
    } else if (node instanceof InExpression in
        && in.getRightExpression() instanceof Column column) {
      // SQLite takes a bare name for all of a table.
      noteName("select", column.getFullyQualifiedName());
    } else if (node instanceof WithFunctionDeclaration || isNextStatement(node)) {
      found.opaque();
    } else if (node instanceof Select select) {
      select(select);
    }
  }

  /** {@code SELECT 1 DELETE FROM t} is two statements for one database and an alias for another. */
  private static boolean isNextStatement(Object node) {
    return node instanceof Alias alias
        && !alias.isUseAs()
        && alias.getName() != null
        && SqlWords.isBeginning(alias.getName());
  }

  private void select(Select select) {
    if (select.getForUpdateTables() != null) {
      select.getForUpdateTables().forEach(this::noted);
    }
    if (select instanceof PlainSelect plain) {
      found.select();
      if (plain.getIntoTables() != null) {
        plain.getIntoTables().forEach(table -> note("create", table));
      }
      if (plain.getIntoTempTable() != null) {
        note("create", plain.getIntoTempTable());
      }
    }
  }

  /** Walks the queries of {@code WITH}; returns the names that the rest of the statement sees. */
  private QueryNames queries(List<Object> children, QueryNames above) {
    List<WithItem<?>> items =
        children.stream()
            .<WithItem<?>>mapMulti(
                (child, sink) -> {
                  if (child instanceof WithItem<?> item) {
                    sink.accept(item);
                  }
                })
            .toList();
    QueryNames names = above;
    if (items.stream().anyMatch(WithItem::isRecursive)) {
      for (WithItem<?> item : items) {
        names = names.with(item.getAliasName());
      }
    }
    for (WithItem<?> item : items) {
      walk(item, names);
      names = names.with(item.getAliasName());
    }
    return names;
  }
}
