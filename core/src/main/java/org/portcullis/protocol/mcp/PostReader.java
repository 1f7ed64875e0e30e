package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.GateProtocol.Reading;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.session.Session;

/** Reads a POST: from its bytes to the exchange of one message or of a batch. */
final class PostReader {

  private static final String OTHER_REFUSED =
      "Not run, because another element of the batch was refused.";

  private final McpParts parts;

  PostReader(McpParts parts) {
    this.parts = parts;
  }

  Reading read(Caller caller, Connection connection, InboundRequest request) {
    Optional<Fault> fault = TransportRules.postFault(request.headers());
    if (fault.isPresent()) {
      return fault.get().refused();
    }
    MessageReading reading = MessageReading.of(request.body(), parts.settings().maxBatch());
    if (reading instanceof MessageReading.Faulty faulty) {
      return Fault.of(400, faulty.code(), faulty.reason(), faulty.id()).refused();
    }
    MessageReading.Messages messages = (MessageReading.Messages) reading;
    Optional<Fault> modern =
        Versions.modernFault(messages.list(), request.headers().only(TransportRules.VERSION));
    if (modern.isPresent()) {
      return modern.get().refused();
    }
    return isInitialize(messages.list().get(0)) && !messages.batch()
        ? initialize(caller, connection, messages.list().get(0))
        : inSession(caller, connection, request, messages);
  }

  private Reading initialize(Caller caller, Connection connection, McpMessage message) {
    Plan plan = Planner.plan(message);
    if (plan instanceof Plan.Invalid) {
      return refused(new MessageReading.Messages(List.of(message), false), List.of(plan)).refused();
    }
    Session session = parts.sessions().open(caller, connection);
    Step step = ((Plan.Ready) plan).step();
    return new Reading.Read(new InitializeExchange(parts, connection, session, step));
  }

  private Reading inSession(
      Caller caller,
      Connection connection,
      InboundRequest request,
      MessageReading.Messages messages) {
    JsonNode id = messages.batch() ? JsonRpc.NO_ID : Versions.id(messages.list().get(0));
    SessionLookup lookup = SessionLookup.of(parts.sessions(), caller, connection, request, id);
    if (lookup instanceof SessionLookup.Missing missing) {
      return missing.fault().refused();
    }
    Session session = ((SessionLookup.Found) lookup).session();
    Optional<Fault> fault =
        Versions.headerFault(request.headers().only(TransportRules.VERSION), session, true, id)
            .or(() -> batchFault(messages, session));
    if (fault.isPresent()) {
      return fault.get().refused();
    }
    return planned(messages, session, connection, TransportRules.takesStreams(request.headers()));
  }

  private Reading planned(
      MessageReading.Messages messages,
      Session session,
      Connection connection,
      boolean takesStreams) {
    List<Plan> plans = messages.list().stream().map(message -> plan(message, session)).toList();
    if (plans.stream().anyMatch(Plan.Invalid.class::isInstance)) {
      return refused(messages, plans).refused();
    }
    List<Step> steps = new ArrayList<>();
    for (Plan plan : plans) {
      Step step = ((Plan.Ready) plan).step();
      steps.add(messages.batch() ? step.at("/" + steps.size()) : step);
    }
    return new Reading.Read(
        new PostExchange(
            parts, connection, session, new Steps(steps, messages.batch()), takesStreams));
  }

  /** An answer to the server passes once, and only to a question that this session was shown. */
  private Plan plan(McpMessage message, Session session) {
    boolean isUnasked =
        message instanceof McpMessage.Response response
            && !parts.conversations().of(session).settle(response.id());
    return isUnasked
        ? new Plan.Invalid(JsonRpc.INVALID_REQUEST, "no request of this id is open", null)
        : Planner.plan(message);
  }

  /** Every request is answered; notifications alone are refused by the status. */
  private static Fault refused(MessageReading.Messages messages, List<Plan> plans) {
    ArrayNode errors = StrictJson.mapperForNodes().createArrayNode();
    String reason = "";
    ObjectNode first = null;
    for (int i = 0; i < plans.size(); i++) {
      JsonNode id = Versions.id(messages.list().get(i));
      ObjectNode error = error(plans.get(i), id);
      if (plans.get(i) instanceof Plan.Invalid invalid && first == null) {
        reason = invalid.text();
        first = error;
      }
      if (!id.isNull()) {
        errors.add(error);
      }
    }
    if (errors.isEmpty()) {
      return new Fault(400, reason, first);
    }
    return new Fault(200, reason, messages.batch() ? errors : errors.get(0));
  }

  private static ObjectNode error(Plan plan, JsonNode id) {
    if (!(plan instanceof Plan.Invalid invalid)) {
      return JsonRpc.error(id, JsonRpc.INVALID_REQUEST, OTHER_REFUSED);
    }
    return invalid.data() == null
        ? JsonRpc.error(id, invalid.code(), invalid.text())
        : JsonRpc.error(id, invalid.code(), invalid.text(), invalid.data());
  }

  private static boolean isInitialize(McpMessage message) {
    return message instanceof McpMessage.Request request
        && request.method().equals(McpMethod.INITIALIZE.label());
  }

  private static Optional<Fault> batchFault(MessageReading.Messages messages, Session session) {
    if (!messages.batch()) {
      return Optional.empty();
    }
    boolean allowed =
        McpVersion.named(session.version()).filter(McpVersion::hasBatches).isPresent();
    if (!allowed) {
      return Optional.of(
          Fault.of(400, JsonRpc.INVALID_REQUEST, "this version of the protocol has no batches"));
    }
    return messages.list().stream().anyMatch(PostReader::isInitialize)
        ? Optional.of(Fault.of(400, JsonRpc.INVALID_REQUEST, "initialize is not part of a batch"))
        : Optional.empty();
  }
}
