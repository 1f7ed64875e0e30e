package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.portcullis.api.web.Fault;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.dissection.Dissection;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Policies;
import org.portcullis.policy.document.PolicyFault;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/** What the active policy, or a draft, would decide about a call. Nothing is run or recorded. */
@ApplicationScoped
public class Decisions {

  private Policies policies;
  private Connections connections;
  private Dissection dissection;
  private InstantSource clock;

  /** For the container. */
  protected Decisions() {}

  @Inject
  Decisions(
      Policies policies, Connections connections, Dissection dissection, InstantSource clock) {
    this.policies = policies;
    this.connections = connections;
    this.dissection = dissection;
    this.clock = clock;
  }

  /** What asking came to. */
  sealed interface Answer {

    /** It would be decided like this. */
    record Decided(CallDecision decision) implements Answer {}

    /** The question has faults. */
    record Faulty(List<Fault> faults) implements Answer {}

    /** There is no connection of this name. */
    record UnknownConnection(String name) implements Answer {}

    /** The draft has faults. */
    record FaultyDraft(List<PolicyFault> faults) implements Answer {}
  }

  /** Asks a question in the form of {@code POST /api/v1/decisions}. */
  Answer ask(JsonNode document) {
    Question.Reading reading = Question.read(document, clock.instant());
    if (reading instanceof Question.Reading.Faulty faulty) {
      return new Answer.Faulty(faulty.faults());
    }
    Question question = ((Question.Reading.Read) reading).question();
    Optional<Connection> connection = connections.find(question.connection());
    if (connection.isEmpty()) {
      return new Answer.UnknownConnection(question.connection());
    }
    if (question.draft().isEmpty()) {
      return decide(policies.active(), question, connection.get());
    }
    PolicyReading draft = PolicyReader.read(question.draft().get());
    return draft instanceof PolicyReading.Read read
        ? decide(read.policy().activate(0), question, connection.get())
        : new Answer.FaultyDraft(((PolicyReading.Faulty) draft).faults());
  }

  private Answer decide(ActivePolicy policy, Question question, Connection connection) {
    Instant now = clock.instant();
    return new Answer.Decided(
        policy.decide(
            question.caller(),
            connection,
            "",
            List.of(dissection.on(connection).dissect(question.command())),
            now));
  }
}
