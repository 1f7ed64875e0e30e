package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.api.web.Document;
import org.portcullis.api.web.Fault;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;

/**
 * What the policy is asked.
 *
 * @param caller who would call
 * @param connection the connection's name
 * @param command what would be called, before dissection
 * @param draft a policy to use instead of the active one
 */
record Question(Caller caller, String connection, Command command, Optional<String> draft) {

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  /** What reading came to. */
  sealed interface Reading {

    /** It is a question. */
    record Read(Question question) implements Reading {}

    /** It is none. */
    record Faulty(List<Fault> faults) implements Reading {}
  }

  static Reading read(JsonNode root, Instant now) {
    Document document = Document.of(root);
    document.only("subject", "connection", "call", "policy");
    Caller caller = caller(document.document("subject"), now);
    String connection = document.text("connection");
    Optional<Command> command = command(document.document("call"));
    Optional<String> draft = document.optionalText("policy");
    return document.faults().isEmpty() && command.isPresent()
        ? new Reading.Read(new Question(caller, connection, command.get(), draft))
        : new Reading.Faulty(document.faults());
  }

  private static Caller caller(Document subject, Instant now) {
    subject.only("name", "groups", "issuer", "subject", "client");
    String name = subject.text("name");
    CallerId id =
        new CallerId(
            subject.optionalText("issuer").orElse(""),
            subject.optionalText("subject").orElse(name),
            subject.optionalText("client").orElse(""));
    return new Caller(id, name, Set.copyOf(subject.texts("groups")), "", now.plus(TOKEN_LIFE));
  }

  private static Optional<Command> command(Document call) {
    call.only("tool", "command", "arguments");
    JsonNode arguments = call.object("arguments");
    if (call.has("tool") == call.has("command")) {
      call.fault("", "says not what is called (expected: either tool or command)");
      return Optional.empty();
    }
    String member = call.has("tool") ? "tool" : "command";
    String name = call.has("tool") ? "tool:" + call.text("tool") : call.text("command");
    if (!CommandName.isValid(name)) {
      call.fault(member, "not a name (expected: for example refund, or sql:select:customers)");
      return Optional.empty();
    }
    return Optional.of(Command.of(new CommandName(name), arguments, ""));
  }
}
