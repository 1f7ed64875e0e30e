package org.portcullis.dissection;

import java.util.Set;

/** What came of giving a text to a database. */
sealed interface DatabaseTrial {

  /**
   * The database ran it, and it did this.
   *
   * @param effects everything that was seen
   */
  record Ran(Set<DatabaseEffect> effects) implements DatabaseTrial {}

  /**
   * It is nothing that this database runs.
   *
   * @param reason in the database's words
   */
  record Refused(String reason) implements DatabaseTrial {}
}
