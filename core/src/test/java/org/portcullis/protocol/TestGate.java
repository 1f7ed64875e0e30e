package org.portcullis.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.dissection.Dissection;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.pipeline.CallPipeline;
import org.portcullis.pipeline.Gate;
import org.portcullis.pipeline.Protocols;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.Policies;
import org.portcullis.protocol.mcp.McpProtocol;
import org.portcullis.protocol.mcp.McpSettings;
import org.portcullis.protocol.rest.RestProtocol;
import org.portcullis.recording.Event;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;

/** The whole walk of a call around the real protocols, with everything else made up. */
public final class TestGate implements Connections, Policies, Recorder, Approvals, Upstream {

  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  public static final String ORIGIN = "https://console.example";
  private static final int MAX_EVENT = 64 * 1024;

  public final FakeSessions sessions = new FakeSessions();
  public final FakePolicy policy = new FakePolicy();
  public final Deque<Result> answers = new ArrayDeque<>();
  public final List<OutboundRequest> sent = new ArrayList<>();
  public final List<Event> events = new ArrayList<>();
  public final List<ApprovableCall> asked = new ArrayList<>();
  public final Map<String, Standing> standings = new HashMap<>();
  public final Map<String, Connection> connections = new HashMap<>();
  public Dissection dissection = command -> command;
  public final ToolSchemas schemas = new ToolSchemas();
  public boolean recordingFails;
  private final CallPipeline pipeline;

  public TestGate() {
    Map<ProtocolKind, GateProtocol> protocols = new EnumMap<>(ProtocolKind.class);
    protocols.put(
        ProtocolKind.MCP,
        new McpProtocol(sessions, new McpSettings(Set.of(ORIGIN), MAX_EVENT, 5), schemas));
    protocols.put(ProtocolKind.REST, new RestProtocol(sessions, MAX_EVENT));
    AtomicInteger next = new AtomicInteger();
    this.pipeline =
        new CallPipeline(
            new Gate(
                this,
                new Protocols(protocols),
                command -> dissection.dissect(command),
                this,
                this,
                this,
                this,
                id -> "https://gate.example/" + id,
                InstantSource.fixed(NOW),
                prefix -> prefix + "-" + next.incrementAndGet()));
    connect("desk", ProtocolKind.MCP, "http://desk.internal:9180/mcp", StrictJson.object());
    connect("other", ProtocolKind.MCP, "http://other.internal/mcp", StrictJson.object());
  }

  public static Caller caller(String subject) {
    return new Caller(
        new CallerId("https://idp.example", subject, "agent"),
        subject,
        Set.of("support"),
        "t1",
        NOW.plusSeconds(600));
  }

  public static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.readData(text.getBytes(StandardCharsets.UTF_8)))
        .node();
  }

  public void connect(String name, ProtocolKind kind, String url, JsonNode settings) {
    connections.put(
        name,
        new Connection(name, kind, URI.create(url), new Credential.None(), Map.of(), settings));
  }

  public Answer run(String subject, String connection, InboundRequest request) {
    return pipeline.run(caller(subject), connection, request);
  }

  /** The bytes of an answer, whole or streamed. */
  public static String text(Answer answer) {
    if (answer instanceof Answer.Whole whole) {
      return new String(whole.body(), StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ((Answer.Streamed) answer).body().writeTo(bytes::writeBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  public void answer(CannedAnswer answer) {
    answers.add(new Result.Answered(answer));
  }

  public void fail(Failure failure) {
    answers.add(new Result.Failed(failure, true));
  }

  /** The body of the last request that went upstream. */
  public String lastBody() {
    return new String(sent.get(sent.size() - 1).body(), StandardCharsets.UTF_8);
  }

  /** The outcome's word in the last event. */
  public String outcome() {
    return events.get(events.size() - 1).detail().path("outcome").asText();
  }

  @Override
  public Result send(Connection connection, OutboundRequest request) {
    sent.add(request);
    return answers.remove();
  }

  @Override
  public Optional<Connection> find(String name) {
    return Optional.ofNullable(connections.get(name));
  }

  @Override
  public List<Connection> all() {
    return List.copyOf(connections.values());
  }

  @Override
  public boolean put(Connection connection, Caller by) {
    throw new AssertionError("a call changes no connection");
  }

  @Override
  public boolean remove(String name, Caller by) {
    throw new AssertionError("a call changes no connection");
  }

  @Override
  public ActivePolicy active() {
    return policy;
  }

  @Override
  public Optional<Version> current() {
    return Optional.empty();
  }

  @Override
  public Optional<Version> find(int number) {
    return Optional.empty();
  }

  @Override
  public List<Version> history(int limit) {
    return List.of();
  }

  @Override
  public Put put(String text, Optional<Integer> expected, Caller by) {
    throw new AssertionError("a call changes no policy");
  }

  @Override
  public void record(Event event) {
    if (recordingFails) {
      throw new GateUnavailable("broken on purpose");
    }
    events.add(event);
  }

  @Override
  public void recordLater(Event event) {
    events.add(event);
  }

  @Override
  public Standing ask(ApprovableCall call) {
    asked.add(call);
    return standings.getOrDefault(
        call.command().name().text(), new Standing.Pending("A-77", NOW.plusSeconds(900)));
  }

  @Override
  public Consumption consume(List<String> grantIds, Event decided) {
    events.add(decided);
    return new Consumption.Started(List.of("X-1"));
  }

  @Override
  public void complete(String executionId, Outcome outcome) {
    // Nothing is kept.
  }
}
