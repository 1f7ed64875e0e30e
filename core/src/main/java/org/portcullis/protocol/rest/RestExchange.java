package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.CallDecision;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.OutboundRequest;
import org.portcullis.protocol.Relay;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.session.Session;

/** One request to a declared operation. */
final class RestExchange implements Exchange {

  private final Session session;
  private final String label;
  private final String verb;
  private final Headers headers;
  private final RestPlan plan;
  private final AnswerRelay answers;

  /**
   * @param headers what goes upstream besides the content type
   */
  RestExchange(
      Session session,
      RestOperation operation,
      Headers headers,
      RestPlan plan,
      AnswerRelay answers) {
    this.session = session;
    this.label = operation.label();
    this.verb = operation.method();
    this.headers = headers;
    this.plan = plan;
    this.answers = answers;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public List<Command> commands() {
    return plan.commands();
  }

  @Override
  public JsonNode around(Command command) {
    JsonNode around = plan.around(command);
    return around instanceof ObjectNode object ? object.put("method", verb) : around;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public OutboundRequest outbound(List<Command> decided) {
    JsonNode body = plan.body(decided);
    boolean hasBody = !body.isMissingNode();
    return new OutboundRequest(
        verb,
        plan.target(decided),
        hasBody ? headers.with("content-type", "application/json") : headers,
        hasBody ? StrictJson.write(body) : new byte[0],
        true);
  }

  @Override
  public Answer blocked(CallDecision decision, Predicate<CommandName> shown, String reference) {
    return RestRefusals.blocked(decision, reference);
  }

  @Override
  public Answer asked(CallDecision decision, List<Ask> asks, String reference) {
    return RestRefusals.asked(asks, reference);
  }

  @Override
  public Answer failed(Failure failure, String reference) {
    return RestRefusals.failed(failure, reference);
  }

  @Override
  public Answer relay(UpstreamAnswer answer, Relay relay) throws UpstreamReadFailed {
    return answers.relay(session, answer, relay);
  }
}
