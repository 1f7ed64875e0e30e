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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.portcullis.api.web.Bodies;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.policy.Explanation;

/** What the policy would decide, without anything being run. */
@Path("/decisions")
@Tag(name = "Decisions", description = "Explains what a policy decides, and by which rules.")
@ApplicationScoped
public class DecisionsResource {

  @Inject private Decisions decisions;
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
              + " `policy` may hold a draft that is used instead of the active one."
              + " `commands` is the tree of the call, flat and from the top: `parent` is the index of"
              + " the command in whose arguments (`pointer`) a sub-command was found, `because` why.")
  public Response explain(InputStream in) throws IOException {
    Bodies.Body body = bodies.json(in);
    if (body instanceof Bodies.Body.Refused refused) {
      return refused.response();
    }
    Decisions.Answer answer = decisions.ask(((Bodies.Body.Json) body).node());
    if (answer instanceof Decisions.Answer.Faulty faulty) {
      return Replies.faulty(faulty.faults());
    }
    if (answer instanceof Decisions.Answer.UnknownConnection) {
      return Replies.problem(422, "Unknown connection", "There is no connection of this name.");
    }
    return answer instanceof Decisions.Answer.FaultyDraft draft
        ? PolicyDocument.faulty(draft.faults())
        : Replies.ok(Explanation.of(((Decisions.Answer.Decided) answer).decision()));
  }
}
