package org.portcullis.approval.bean;

/** What the wake-up and the sweep ask of the approval store. Every call is idempotent. */
public interface ApprovalClerk {

  /** This may be over now. */
  void wake(Wakeup wakeup);

  /** Ends what is overdue, and gives up executions that never ended. */
  void sweep();
}
