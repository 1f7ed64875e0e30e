package org.portcullis.approval.bean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Outcome;
import org.portcullis.approval.store.OpenExecution;
import org.portcullis.approval.store.StoredRequest;
import org.portcullis.recording.Event;

/** Using grants up, and noting how what they allowed came out. */
final class Using {

  private static final String PREFIX = "X";
  private static final Duration LOST_AFTER = Duration.ofMinutes(10);
  private static final int AT_ONCE = 200;

  private final ApprovalParts parts;

  Using(ApprovalParts parts) {
    this.parts = parts;
  }

  /** All grants or none; the decision's event commits with them or not at all. */
  Consumption consume(List<String> grantIds, Event decided) {
    List<String> touched = new ArrayList<>();
    Consumption consumption =
        parts
            .database()
            .inTransaction(
                c -> c instanceof Consumption.Started, () -> use(grantIds, decided, touched));
    if (consumption instanceof Consumption.Started) {
      touched.forEach(parts.changed());
    }
    return consumption;
  }

  private Consumption use(List<String> grantIds, Event decided, List<String> touched) {
    // In one order whoever calls, so that two calls with the same grants cannot block each other.
    for (String grantId : grantIds.stream().sorted().toList()) {
      if (!parts.grants().consume(grantId)) {
        return new Consumption.NotUsable(grantId);
      }
    }
    List<String> executions = new ArrayList<>();
    List<Event> events = new ArrayList<>(List.of(decided));
    for (String grantId : grantIds) {
      String executionId = parts.ids().next(PREFIX);
      StoredRequest request = requestOf(grantId);
      parts.executions().start(executionId, grantId, decided);
      executions.add(executionId);
      events.add(parts.events().consumed(decided, request, grantId, executionId));
      touched.add(request.id());
    }
    parts.trail().append(events.toArray(Event[]::new));
    return new Consumption.Started(executions);
  }

  void complete(String executionId, Outcome outcome) {
    parts.database().transact(() -> parts.executions().end(executionId, outcome));
  }

  /** Executions that should have ended long ago: nobody knows what became of them. */
  void reconcile() {
    parts
        .database()
        .inTransaction(() -> parts.executions().unendedFor(LOST_AFTER, AT_ONCE))
        .forEach(this::lose);
  }

  /** Executions that this node did not see end before it was started. */
  void reconcileAfterStart() {
    Instant started = parts.database().inTransaction(parts.database()::now);
    parts
        .database()
        .inTransaction(() -> parts.executions().unendedHere(started))
        .forEach(this::lose);
  }

  private void lose(OpenExecution execution) {
    parts
        .database()
        .inTransaction(
            lost -> lost,
            () -> {
              boolean lost = parts.executions().lose(execution.id());
              if (lost) {
                StoredRequest request = requestOf(execution.grant());
                parts.trail().append(parts.events().lost(request, execution));
              }
              return lost;
            });
  }

  private StoredRequest requestOf(String grantId) {
    return parts.grants().requestOf(grantId).flatMap(parts.requests()::find).orElseThrow();
  }
}
