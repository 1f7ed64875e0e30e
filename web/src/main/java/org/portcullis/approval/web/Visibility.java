package org.portcullis.approval.web;

import java.util.Set;
import org.portcullis.api.web.Right;
import org.portcullis.api.web.Rights;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.identity.Caller;

/** Who sees which request: who may vote on it, who asked for it, and who looks after the gate. */
final class Visibility {

  private final Caller caller;
  private final Set<String> roles;
  private final boolean everything;

  Visibility(Caller caller, Rights rights) {
    this.caller = caller;
    this.roles = rights.roles(caller);
    this.everything = rights.hasAny(caller, Right.ADMIN, Right.AUDITOR);
  }

  boolean sees(ApprovalRequest request) {
    return everything
        || request.caller().sameHuman(caller.id())
        || request.approvers().stream().anyMatch(roles::contains);
  }
}
