package org.portcullis.pipeline;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.approval.Approvals.Consumption;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.dissection.Dissection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.Ask;
import org.portcullis.protocol.Exchange;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.GateProtocol.Reading;
import org.portcullis.protocol.InboundRequest;
import org.portcullis.protocol.Problem;
import org.portcullis.recording.GateUnavailable;

/**
 * The walk of one call. The steps stand below in the order in which they happen; nothing goes
 * upstream that did not pass them all, and whatever fails ends in a refusal. Safe for use by many
 * threads.
 */
public final class CallPipeline {

  private static final Logger LOG = System.getLogger(CallPipeline.class.getName());
  private static final String EXCHANGE = "E";

  private final Gate gate;
  private final Function<String, Optional<Connection>> connections;
  private final Supplier<ActivePolicy> policies;
  private final CallJournal journal;
  private final Forwarder forwarder;

  public CallPipeline(Gate gate) {
    this.gate = requireNonNull(gate, "gate");
    this.connections = gate.connections().liveFind();
    this.policies = gate.policies().liveActive();
    this.journal = new CallJournal(gate.recorder(), gate.clock());
    this.forwarder = new Forwarder(gate.upstream(), gate.approvals(), journal);
  }

  /**
   * Takes a call from its verified caller to its answer. Never throws; an answer that is streamed
   * has its outcome recorded when its body ends.
   */
  public Answer run(Caller caller, String connectionName, InboundRequest request) {
    String id = gate.ids().next(EXCHANGE);
    Optional<Connection> connection = connections.apply(connectionName);
    if (connection.isEmpty()) {
      return unknownConnection(id, caller, connectionName, request);
    }
    try {
      return read(id, caller, connection.get(), request);
    } catch (GateUnavailable e) {
      return Problem.answer(503, "Unavailable", Failure.SESSIONS_UNAVAILABLE.text());
    }
  }

  /** Bytes become an exchange of commands, once; what cannot be read in one way only is refused. */
  private Answer read(String id, Caller caller, Connection connection, InboundRequest request) {
    Instant receivedAt = gate.clock().instant();
    Reading reading = reading(id, caller, connection, request);
    if (reading instanceof Reading.Refused refused) {
      journal.refused(id, caller, connection.name(), request, refused.reason());
      return refused.answer();
    }
    Exchange exchange = ((Reading.Read) reading).exchange();
    Call call = new Call(id, receivedAt, caller, connection, request, exchange, policies.get());
    try {
      return decide(call);
    } catch (GateUnavailable e) {
      LOG.log(Level.ERROR, "exchange " + id + " refused: " + e.getMessage(), e);
      return exchange.failed(Failure.RECORDING_UNAVAILABLE, id);
    } catch (RuntimeException e) {
      // Whatever else goes wrong while deciding must not become a call that was let through.
      LOG.log(Level.ERROR, "exchange " + id + " refused: " + e.getClass(), e);
      return exchange.failed(Failure.POLICY_UNAVAILABLE, id);
    }
  }

  private Reading reading(String id, Caller caller, Connection connection, InboundRequest request) {
    try {
      return gate.protocols().of(connection).read(caller, connection, request);
    } catch (GateUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever breaks the reader was not read, and is recorded like anything that was not.
      LOG.log(Level.ERROR, "exchange " + id + " not read: " + e.getClass(), e);
      return new Reading.Refused(
          "reading failed",
          Problem.answer(Failure.INTERNAL.status(), "Failed", Failure.INTERNAL.text()));
    }
  }

  /** Arguments become sub-commands; every command gets its decision; the strictest one rules. */
  private Answer decide(Call call) {
    Dissection dissection = gate.dissection().on(call.connection());
    List<Command> commands = call.exchange().commands().stream().map(dissection::dissect).toList();
    CallDecision decision =
        call.policy()
            .decide(
                call.caller(),
                call.connection(),
                call.exchange().session().id(),
                commands,
                call.receivedAt());
    return switch (decision.effect()) {
      case BLOCK -> block(call, decision);
      case APPROVE -> approve(call, decision);
      case ALLOW, MASK -> forward(call, decision);
    };
  }

  private Answer block(Call call, CallDecision decision) {
    journal.decided(call, decision, Effect.BLOCK, List.of());
    return call.exchange()
        .blocked(
            decision,
            name -> call.policy().shows(call.caller(), call.connection(), name),
            call.id());
  }

  /** The decision is durable before anything leaves. */
  private Answer forward(Call call, CallDecision decision) {
    journal.decided(call, decision, decision.effect(), List.of());
    return call.exchange()
        .answeredHere()
        .orElseGet(() -> forwarder.forward(call, decision, commandsOf(decision), List.of()));
  }

  /** Humans are asked about each command that needs them; when all are granted, it runs once. */
  private Answer approve(Call call, CallDecision decision) {
    List<Ask> asks = new ArrayList<>();
    List<Standing.Granted> granted = new ArrayList<>();
    List<Command> approved = new ArrayList<>();
    for (CommandDecision command : decision.commands()) {
      Standing standing =
          command.effect() == Effect.APPROVE
              ? gate.approvals().ask(Approvable.call(call, decision, command))
              : null;
      if (standing instanceof Standing.Granted grant) {
        granted.add(grant);
        approved.add(command.command().withArguments(grant.arguments()));
      } else {
        approved.add(command.command());
        Approvable.unsettled(command, standing, gate.approvalUrl()).ifPresent(asks::add);
      }
    }
    return asks.isEmpty()
        ? runApproved(call, decision, approved, granted)
        : ask(call, decision, asks);
  }

  private Answer ask(Call call, CallDecision decision, List<Ask> asks) {
    journal.decided(call, decision, Effect.APPROVE, asks.stream().map(Ask::requestId).toList());
    return call.exchange().asked(decision, asks, call.id());
  }

  /**
   * Using the grants and recording the decision are one transaction; what runs is what was stored.
   */
  private Answer runApproved(
      Call call, CallDecision decision, List<Command> stored, List<Standing.Granted> granted) {
    List<String> grants = granted.stream().map(Standing.Granted::grantId).toList();
    List<String> requests = granted.stream().map(Standing.Granted::requestId).toList();
    Consumption consumption =
        gate.approvals()
            .consume(grants, journal.decision(call, decision, Effect.APPROVE, requests));
    if (consumption instanceof Consumption.Started started) {
      return forwarder.forward(call, decision, stored, started.executionIds());
    }
    return call.exchange().failed(Failure.GRANT_NOT_USABLE, call.id());
  }

  private Answer unknownConnection(
      String id, Caller caller, String connectionName, InboundRequest request) {
    journal.refused(id, caller, connectionName, request, "unknown connection");
    return Problem.answer(404, "Not found", "There is no connection of this name.");
  }

  private static List<Command> commandsOf(CallDecision decision) {
    return decision.commands().stream().map(CommandDecision::command).toList();
  }
}
