package org.portcullis.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.masking.MaskingFailed;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Policies;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.GateProtocol;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.Upstream;
import org.portcullis.protocol.UpstreamAnswer;
import org.portcullis.recording.Event;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.recording.Recorder;
import org.portcullis.session.Session;

/** A gate of fakes that writes down, in one list, the order in which the walk touches them. */
final class FakeGate
    implements Connections, GateProtocol, Policies, ActivePolicy, Recorder, Approvals, Upstream {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final Connection DESK =
      new Connection(
          "desk",
          ProtocolKind.MCP,
          URI.create("http://upstream.example"),
          new Credential.None(),
          Map.of(),
          StrictJson.object());

  final List<String> steps = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<String> sent = new ArrayList<>();
  Effect effect = Effect.ALLOW;
  boolean recordingFails;
  boolean decidingFails;
  boolean readingFails;
  boolean maskingFails;
  boolean streamed;
  Result upstream = new Result.Answered(new FakeAnswer("{\"secret\":1}"));
  Standing standing = new Standing.Pending("A-1", NOW.plusSeconds(60));
  Consumption consumption = new Consumption.Started(List.of("X-1"));
  Optional<String> refusal = Optional.empty();

  CallPipeline pipeline() {
    Map<ProtocolKind, GateProtocol> protocols = new EnumMap<>(ProtocolKind.class);
    for (ProtocolKind kind : ProtocolKind.values()) {
      protocols.put(kind, this);
    }
    AtomicInteger next = new AtomicInteger();
    return new CallPipeline(
        new Gate(
            this,
            new Protocols(protocols),
            command -> command,
            this,
            this,
            this,
            this,
            id -> "https://gate.example/" + id,
            InstantSource.fixed(NOW),
            prefix -> prefix + "-" + next.incrementAndGet()));
  }

  static Caller caller() {
    return new Caller(
        new CallerId("https://idp.example", "u1", "agent"),
        "Ada",
        Set.of("support"),
        "t1",
        NOW.plusSeconds(600));
  }

  static Session session() {
    return new Session(
        "S-1",
        caller().id(),
        "Ada",
        "desk",
        ProtocolKind.MCP,
        "",
        "",
        NOW,
        NOW,
        Session.State.OPEN);
  }

  static Command refund(int amount) {
    return Command.of(
        CommandName.of("tool", "refund"), StrictJson.object().put("amount", amount), "");
  }

  @Override
  public Optional<Connection> find(String name) {
    return name.equals(DESK.name()) ? Optional.of(DESK) : Optional.empty();
  }

  @Override
  public List<Connection> all() {
    return List.of(DESK);
  }

  @Override
  public boolean put(Connection connection, Caller by) {
    throw new AssertionError("the walk changes no connection");
  }

  @Override
  public boolean remove(String name, Caller by) {
    throw new AssertionError("the walk changes no connection");
  }

  @Override
  public Reading read(
      Caller caller, Connection connection, org.portcullis.protocol.InboundRequest request) {
    steps.add("read");
    if (readingFails) {
      throw new IllegalStateException("reading");
    }
    return refusal
        .<Reading>map(
            reason ->
                new Reading.Refused(
                    reason, org.portcullis.protocol.Problem.answer(400, "Bad request", reason)))
        .orElseGet(
            () -> new Reading.Read(new FakeExchange(session(), List.of(refund(120)), streamed)));
  }

  @Override
  public ActivePolicy active() {
    return this;
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
    throw new AssertionError("the walk changes no policy");
  }

  @Override
  public int number() {
    return 7;
  }

  @Override
  public Set<String> roles(Caller caller) {
    return Set.of("support-agent");
  }

  @Override
  public CallDecision decide(
      Caller caller, Connection connection, String sessionId, List<Command> commands, Instant now) {
    steps.add("decide");
    if (decidingFails) {
      throw new IllegalStateException("broken on purpose");
    }
    return new CallDecision(
        7,
        roles(caller),
        commands.stream()
            .map(
                command ->
                    new CommandDecision(
                        command,
                        effect,
                        List.of("rule-1"),
                        List.of(),
                        effect == Effect.APPROVE ? Set.of("plan") : Set.of(),
                        Set.of(),
                        List.of()))
            .toList(),
        Effect.ALLOW);
  }

  @Override
  public boolean shows(Caller caller, Connection connection, CommandName name) {
    return true;
  }

  @Override
  public boolean showsTemplate(
      Caller caller, Connection connection, String kindAndVerb, String uriTemplate) {
    return true;
  }

  @Override
  public Masker masker(Caller caller, Connection connection, Set<String> added) {
    return new HidingMasker(maskingFails);
  }

  @Override
  public Masker recordingMasker(Connection connection) {
    return new HidingMasker(false);
  }

  @Override
  public Optional<ApprovalPlan> plan(String name) {
    return Optional.of(
        new ApprovalPlan(
            name,
            Set.of("approver"),
            1,
            java.time.Duration.ofMinutes(15),
            java.time.Duration.ofMinutes(10)));
  }

  @Override
  public void record(Event event) {
    if (recordingFails) {
      throw new GateUnavailable("no store");
    }
    steps.add("record " + event.kind());
    events.add(event);
  }

  @Override
  public void recordLater(Event event) {
    record(event);
  }

  @Override
  public Standing ask(ApprovableCall call) {
    steps.add("ask");
    return standing;
  }

  @Override
  public Consumption consume(List<String> grantIds, Event decided) {
    steps.add("consume " + grantIds);
    if (consumption instanceof Consumption.Started) {
      events.add(decided);
    }
    return consumption;
  }

  @Override
  public void complete(String executionId, Outcome outcome) {
    steps.add("complete " + executionId + " " + outcome);
  }

  @Override
  public Result send(Connection connection, org.portcullis.protocol.OutboundRequest request) {
    steps.add("send");
    sent.add(new String(request.body(), StandardCharsets.UTF_8));
    return upstream;
  }

  static Result failing(Failure failure) {
    return new Result.Failed(failure, failure != Failure.UPSTREAM_UNREACHABLE);
  }

  /** An answer of this JSON text, or one that breaks off while it is read. */
  record FakeAnswer(String json) implements UpstreamAnswer {

    @Override
    public int status() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.NONE;
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** Hides everything. */
  private record HidingMasker(boolean fails) implements Masker {

    @Override
    public boolean masksNothing() {
      return false;
    }

    @Override
    public byte[] json(byte[] utf8, Keep keep, Hits hits) {
      if (fails) {
        throw new MaskingFailed("broken on purpose");
      }
      hits.add("entry", "ALL");
      return "\"hidden\"".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public JsonNode json(JsonNode value, Keep keep, Hits hits) {
      return StrictJson.mapperForNodes().getNodeFactory().textNode("hidden");
    }

    @Override
    public String text(String text, Hits hits) {
      return text;
    }
  }
}
