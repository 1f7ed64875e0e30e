package org.portcullis.container;

import java.util.Optional;
import org.portcullis.policy.Policies;

/** The policy of most tests here: the demo's people with one right each. */
final class House {

  /** Whoever runs something may be asked about {@code /pay} and has leave for the rest. */
  static final String POLICY =
      """
      version: 1
      groups:
        support: [caller]
        ops: [caller]
        approvers: [approver]
        platform: [admin]
        audit: [auditor]
      roles:
        caller:
          rules:
            - {id: pay, effect: approve, on: ["*"], commands: ["http:POST:*/pay"], approval: one}
            - {id: read, effect: allow, on: ["*"], commands: ["http:GET:*"]}
        approver: {}
        admin: {}
        auditor: {}
      approvals:
        one: {approvers: [approver], quorum: 1, pending: PT15M, grant: once, usable: PT10M}
      """;

  /** Registers an upstream that has these two operations. */
  static final String CONNECTION =
      """
      {"protocol": "rest", "url": "%s", "labels": {},
       "settings": {"operations": [
         {"method": "POST", "path": "/pay"}, {"method": "GET", "path": "/read"}]}}
      """;

  private House() {}

  /** Makes it the active policy. */
  static void rules(Policies policies) {
    if (policies.current().map(Policies.Version::text).filter(POLICY::equals).isEmpty()) {
      policies.put(POLICY, Optional.empty(), People.ADMIN);
    }
  }
}
