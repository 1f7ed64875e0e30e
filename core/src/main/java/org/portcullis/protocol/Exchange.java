package org.portcullis.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.policy.CallDecision;
import org.portcullis.session.Session;

/**
 * One request, read once: what it wants, how it goes upstream, and how it is answered. Used by one
 * thread at a time.
 */
public interface Exchange {

  /** The session it belongs to. */
  Session session();

  /**
   * Its commands, before dissection; empty when it carries none (a list, a notification, a stream)
   * and only the caller's standing on the connection counts.
   */
  List<Command> commands();

  /** What it is, for the record: {@code tools/call}, {@code GET /customers/{id}}. */
  String label();

  /**
   * What goes upstream with a command besides its arguments, so that an approval covers it too;
   * missing when there is nothing of the kind.
   */
  default JsonNode around(Command command) {
    return MissingNode.getInstance();
  }

  /**
   * What goes upstream.
   *
   * @param decided the commands as decided, in the order of {@link #commands}; their arguments are
   *     what is sent
   */
  OutboundRequest outbound(List<Command> decided);

  /**
   * The answer when nothing has to go upstream although the call is let through: the session has no
   * other side, or there is nothing left to cancel. Asked once, after the decision is recorded.
   */
  default Optional<Answer> answeredHere() {
    return Optional.empty();
  }

  /**
   * The refusal by policy; names every refused command and the rules.
   *
   * @param shown whether the caller may know that a command exists; what they may not know of is
   *     refused exactly like something that does not exist
   * @param reference an id under which an auditor finds the decision
   */
  Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference);

  /** The answer while humans are asked, or after they refused. */
  Answer asked(CallDecision decision, List<Ask> asks, String reference);

  /** The answer when something failed. */
  Answer failed(Failure failure, String reference);

  /**
   * The upstream's answer, masked and filtered. Takes over the answer and closes it: before this
   * returns for a whole one, when the body ends for a streamed one.
   *
   * @throws org.portcullis.masking.MaskingFailed when it cannot be masked
   * @throws UpstreamReadFailed when the upstream breaks off before anything was sent
   */
  Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed;
}
