package org.portcullis.dissection.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.LateralView;
import net.sf.jsqlparser.statement.select.Pivot;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.UnPivot;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement hands out the content of a column under another name than the column's, as
 * itself or as part of something computed. Then fields that are known by their names cannot be told
 * in its answer. In doubt it does: so for both halves of a union, for rows written from a query,
 * and for a whole row as a value.
 */
final class Renames {

  private final Set<String> sources = new HashSet<>();
  private final List<String> outputs = new ArrayList<>();
  private boolean renames;
  private boolean writes;
  private boolean queries;

  /** Looks at one node of the statement's tree. */
  void look(Object node) {
    if (node instanceof SelectItem<?> item) {
      output(item.getExpression(), item.getAlias());
    } else if (node instanceof WithItem<?> item) {
      sources.add(key(item.getAliasName()));
      renames |= item.getWithItemList() != null && !item.getWithItemList().isEmpty();
    } else if (node instanceof Values || node instanceof TableFunction) {
      renames |= AstNodes.children(node).stream().anyMatch(Renames::holdsColumn);
    }
    if (node instanceof Table table) {
      sources.add(key(table.getName()));
    }
    if (node instanceof FromItem from && from.getAlias() != null) {
      source(from.getAlias());
    }
    renames |= node instanceof SetOperationList || isTurned(node);
    queries |= node instanceof PlainSelect;
    writes |= isWrite(node);
  }

  boolean found() {
    return renames || (writes && queries) || outputs.stream().anyMatch(sources::contains);
  }

  private void source(Alias alias) {
    sources.add(key(alias.getName()));
    renames |= alias.getAliasColumns() != null && !alias.getAliasColumns().isEmpty();
  }

  private void output(Object expression, @Nullable Alias alias) {
    if (expression instanceof Column column) {
      renames |= alias != null && !key(alias.getName()).equals(key(column.getColumnName()));
      // The name of a table or of its alias is its whole row.
      outputs.add(key(column.getColumnName()));
    } else if (expression.getClass() != AllColumns.class
        && expression.getClass() != AllTableColumns.class) {
      renames |= holdsColumn(expression);
    }
  }

  /** Stops at queries: what they hand out is looked at by itself, but not under which name. */
  private static boolean holdsColumn(Object node) {
    return node instanceof Column
        || node instanceof AllTableColumns
        || node instanceof Select
        || AstNodes.children(node).stream().anyMatch(Renames::holdsColumn);
  }

  private static boolean isTurned(Object node) {
    return node instanceof Pivot || node instanceof UnPivot || node instanceof LateralView;
  }

  private static boolean isWrite(Object node) {
    return node instanceof Insert
        || node instanceof Upsert
        || node instanceof Update
        || node instanceof Merge
        || node instanceof CreateTable
        || node instanceof CreateView;
  }

  private static String key(@Nullable String name) {
    return name == null ? "" : name.replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
