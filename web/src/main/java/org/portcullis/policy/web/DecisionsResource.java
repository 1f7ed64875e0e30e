package org.portcullis.policy.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.dissection.Dissection;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Explanation;
import org.portcullis.policy.Policies;
import org.portcullis.policy.PolicyReader;
import org.portcullis.policy.PolicyReading;

/** What the policy would decide, without anything being run. */
@Path("/decisions")
@Tag(name = "Decisions", description = "Explains what a policy decides, and by which rules.")
@ApplicationScoped
public class DecisionsResource {

  @Inject private Policies policies;
  @Inject private Connections connections;
  @Inject private Dissection dissection;
  @Inject private InstantSource clock;
  @Inject private Bodies bodies;

  /** Explains a decision. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(
      summary = "Explains a decision",
      description =
          "Nothing is run or recorded. `call` holds a tool or a command name, and arguments;"
              + " `policy` may hold a draft that is used instead of the active one.")
  public Response explain(InputStream in) throws IOException {
    Bodies.Body body = bodies.json(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return refused.response();
    }
    Question.Reading reading = Question.read(((Bodies.Body.Json) body).node(), clock.instant());
    if (reading instanceof Question.Reading.Faulty faulty) {
      return Replies.faulty(faulty.faults());
    }
    Question question = ((Question.Reading.Read) reading).question();
    Optional<Connection> connection = connections.find(question.connection());
    if (connection.isEmpty()) {
      return Replies.problem(422, "Unknown connection", "There is no connection of this name.");
    }
    if (question.draft().isEmpty()) {
      return explain(policies.active(), question, connection.get());
    }
    PolicyReading draft = PolicyReader.read(question.draft().get());
    return draft instanceof PolicyReading.Read read
        ? explain(read.policy().activate(0), question, connection.get())
        : PolicyDocument.faulty(((PolicyReading.Faulty) draft).faults());
  }

  private Response explain(ActivePolicy policy, Question question, Connection connection) {
    CallDecision decision =
        policy.decide(
            question.caller(),
            connection,
            "",
            List.of(dissection.on(connection).dissect(question.command())),
            clock.instant());
    return Replies.ok(Explanation.of(decision));
  }
}
