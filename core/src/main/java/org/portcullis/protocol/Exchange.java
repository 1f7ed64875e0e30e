package org.portcullis.protocol;

import java.util.List;
import org.portcullis.command.Command;
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
   * What goes upstream.
   *
   * @param decided the commands as decided, in the order of {@link #commands}; their arguments are
   *     what is sent
   */
  OutboundRequest outbound(List<Command> decided);

  /**
   * The refusal by policy; names every refused command and the rules.
   *
   * @param reference an id under which an auditor finds the decision
   */
  Answer blocked(CallDecision decision, String reference);

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
