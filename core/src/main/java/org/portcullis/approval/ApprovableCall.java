package org.portcullis.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ApprovalPlan;

/**
 * A command that policy asks a human about.
 *
 * @param caller who wants it
 * @param connection name of the connection
 * @param session id of the session
 * @param command what is to run, with its arguments as they will be sent
 * @param digest what the approval will cover, see {@link ActionDigest}
 * @param policyVersion the version that asked
 * @param rules ids of the rules that asked
 * @param plans every plan that must be satisfied; not empty
 * @param shown the command tree with masked arguments, as the approver sees it
 */
public record ApprovableCall(
    Caller caller,
    String connection,
    String session,
    Command command,
    String digest,
    int policyVersion,
    List<String> rules,
    List<ApprovalPlan> plans,
    JsonNode shown) {

  public ApprovableCall {
    rules = List.copyOf(rules);
    plans = List.copyOf(plans);
  }
}
