package org.portcullis.metrics.web;

import java.util.List;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals;
import org.portcullis.recording.Event;

/** Counts the decisions that are recorded together with the use of a grant. */
public final class MeteredApprovals implements Approvals {

  private final Approvals approvals;
  private final CallMeters meters;

  /**
   * @param approvals the store
   */
  public MeteredApprovals(Approvals approvals, CallMeters meters) {
    this.approvals = approvals;
    this.meters = meters;
  }

  @Override
  public Standing ask(ApprovableCall call) {
    return approvals.ask(call);
  }

  @Override
  public Consumption consume(List<String> grantIds, Event decided) {
    Consumption consumption = approvals.consume(grantIds, decided);
    if (consumption instanceof Consumption.Started) {
      meters.count(decided);
    }
    return consumption;
  }

  @Override
  public void complete(String executionId, Outcome outcome) {
    approvals.complete(executionId, outcome);
  }
}
