package org.portcullis.dissection.sql;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that a statement does.
 *
 * @param verb for example {@code select}, {@code delete} or {@code call}; {@code opaque} for what
 *     cannot be told
 * @param object what it is done to: lower case, parts joined by dots, quotes only around a part
 *     that would read differently without them; {@link #NOTHING} where there is nothing; {@code *}
 *     for an opaque statement
 * @param statement the statement as it stands in the text
 * @param where for an update or a delete, whether it is narrowed by a condition
 * @param renames for a query, whether its statement hands out what is in a column under another
 *     name, as itself or as part of something computed
 */
public record SqlFinding(
    String verb,
    String object,
    String statement,
    Optional<Boolean> where,
    Optional<Boolean> renames) {

  /** The object of a statement that touches none, for example {@code SELECT 1}. */
  public static final String NOTHING = "-";

  public SqlFinding {
    requireNonNull(verb, "verb");
    requireNonNull(object, "object");
    requireNonNull(statement, "statement");
    requireNonNull(where, "where");
    requireNonNull(renames, "renames");
  }

  boolean isQuery() {
    return verb.equals("select");
  }

  SqlFinding thatRenames(boolean whether) {
    return new SqlFinding(verb, object, statement, where, Optional.of(whether));
  }

  /** Whether it touches nothing, so that beside anything else it is not worth a word. */
  boolean isNothing() {
    return isQuery() && object.equals(NOTHING);
  }

  /** Something that cannot be told and must not be taken for nothing. */
  static SqlFinding opaque(String statement) {
    return new SqlFinding("opaque", "*", statement, Optional.empty(), Optional.empty());
  }
}
