package org.portcullis.dissection.sql;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.schema.Table;

/**
 * The names of the queries of {@code WITH} that a place in a statement can see. A name counts only
 * where PostgreSQL lets it: behind its query, or from the beginning with {@code RECURSIVE}. Where
 * another database would see it earlier, a table is named too often, never too seldom; so also
 * where names differ in case, which MySQL may tell apart.
 */
record QueryNames(List<String> names) {

  static final QueryNames NONE = new QueryNames(List.of());

  QueryNames {
    names = List.copyOf(names);
  }

  QueryNames with(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new QueryNames(more);
  }

  boolean holds(Table table) {
    return !names.isEmpty() && names.contains(table.getFullyQualifiedName());
  }
}
