package org.portcullis.approval.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.portcullis.approval.Approvals.Outcome;
import org.portcullis.recording.Event;
import org.portcullis.storage.store.Database;

/**
 * Executions in the running transaction. One that was found without an end is UNKNOWN and has no
 * time of end; only its true outcome, should it still come, sets one.
 */
public final class ExecutionStore {

  private static final String END =
      "UPDATE execution SET prior_state = state, state = ?, ended_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND ended_at IS NULL AND (state = 'STARTED' OR state = 'UNKNOWN')";
  private static final String END_UNKNOWN =
      "UPDATE execution SET prior_state = state, state = 'UNKNOWN', ended_at = CURRENT_TIMESTAMP"
          + " WHERE id = ? AND state = 'STARTED'";
  private static final String LOSE =
      "UPDATE execution SET prior_state = state, state = 'UNKNOWN'"
          + " WHERE id = ? AND state = 'STARTED'";

  private final Database database;
  private final String node;

  /**
   * @param node this node's name, kept with each execution that begins here
   */
  public ExecutionStore(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  /** Stores an execution that begins; the key refuses a second use of a grant. */
  public void start(String id, String grantId, Event decided) {
    database.entities().persist(new ExecutionEntity(id, grantId, decided, node, database.now()));
    database.entities().flush();
  }

  /** Notes the end; false when it was noted before. */
  public boolean end(String id, Outcome outcome) {
    return outcome == Outcome.UNKNOWN
        ? database.update(END_UNKNOWN, id) == 1
        : database.update(END, outcome.name(), id) == 1;
  }

  /** Notes that nobody knows how it ended; false when that or its end was noted before. */
  public boolean lose(String id) {
    return database.update(LOSE, id) == 1;
  }

  /** Executions that began so long ago and have no end. */
  public List<OpenExecution> unendedFor(Duration age, int limit) {
    return database
        .entities()
        .createQuery(
            "select e from ExecutionEntity e where e.state = 'STARTED'"
                + " and e.startedAt <= :since order by e.startedAt",
            ExecutionEntity.class)
        .setParameter("since", database.now().minus(age))
        .setMaxResults(limit)
        .getResultStream()
        .map(ExecutionEntity::open)
        .toList();
  }

  /** Executions of this node that have no end and began before a time. */
  public List<OpenExecution> unendedHere(Instant before) {
    return database
        .entities()
        .createQuery(
            "select e from ExecutionEntity e where e.state = 'STARTED' and e.node = :node"
                + " and e.startedAt <= :before order by e.startedAt",
            ExecutionEntity.class)
        .setParameter("node", node)
        .setParameter("before", before)
        .getResultStream()
        .map(ExecutionEntity::open)
        .toList();
  }
}
