package org.portcullis.policy.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.api.web.Fault;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.console.web.CommandLine;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Explanation;
import org.portcullis.policy.document.PolicyFault;

/** A call that is only tried: what would be decided about each of its commands, and why. */
@Named
@RequestScoped
public class DecisionsPage {

  @Inject private Decisions decisions;
  @Inject private Connections connections;

  private String name = "somebody";
  private String groups = "";
  private String connection = "";
  private String what = "tool";
  private String call = "";
  private String arguments = "{}";
  private String draft = "";
  private List<String> faults = List.of();
  private @Nullable ObjectNode explanation;

  /** Decides; what is wrong with the question is told instead of a decision. */
  public void decide() {
    if (!(StrictJson.read(arguments) instanceof StrictJson.Reading.Value value)) {
      faults = List.of("The arguments are no JSON (expected: for example {\"id\": 7}).");
      return;
    }
    ObjectNode question = StrictJson.object().put("connection", connection);
    ObjectNode subject = question.putObject("subject").put("name", name);
    Arrays.stream(groups.split(","))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .forEach(subject.putArray("groups")::add);
    ObjectNode called = question.putObject("call").put(what, call.strip());
    called.set("arguments", value.node());
    if (!draft.isBlank()) {
      question.put("policy", PolicyText.ofForm(draft));
    }
    take(decisions.ask(question));
  }

  private void take(Decisions.Answer answer) {
    if (answer instanceof Decisions.Answer.Decided decided) {
      explanation = Explanation.of(decided.decision());
    } else if (answer instanceof Decisions.Answer.Faulty faulty) {
      faults = faulty.faults().stream().map(DecisionsPage::sentence).toList();
    } else if (answer instanceof Decisions.Answer.UnknownConnection) {
      faults = List.of("Choose a connection.");
    } else if (answer instanceof Decisions.Answer.FaultyDraft faulty) {
      faults = faulty.faults().stream().map(PolicyFault::toString).map("Draft "::concat).toList();
    }
  }

  private static String sentence(Fault fault) {
    return fault.path().isEmpty() ? fault.message() : fault.path() + ": " + fault.message();
  }

  /** The names of all connections. */
  public List<String> getConnections() {
    return connections.all().stream().map(Connection::name).toList();
  }

  public List<String> getFaults() {
    return faults;
  }

  /** Whether there is a decision to show. */
  public boolean isDecided() {
    return explanation != null;
  }

  /** The decision's name; empty while there is none. */
  public String getDecision() {
    return explanation == null ? "" : explanation.path("decision").asText();
  }

  /** The policy's number; 0 for a draft. */
  public int getPolicy() {
    return explanation == null ? 0 : explanation.path("policy").asInt();
  }

  /** The roles that the groups lead to. */
  public String getRoles() {
    return explanation == null ? "" : joined(explanation);
  }

  /** The tree of the call. */
  public List<CommandLine> getCommands() {
    return explanation == null ? List.of() : CommandLine.ofExplained(explanation.path("commands"));
  }

  private static String joined(ObjectNode document) {
    StringBuilder text = new StringBuilder();
    document
        .path("roles")
        .forEach(role -> text.append(text.isEmpty() ? "" : ", ").append(role.asText()));
    return text.toString();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getGroups() {
    return groups;
  }

  public void setGroups(String groups) {
    this.groups = groups;
  }

  public String getConnection() {
    return connection;
  }

  public void setConnection(String connection) {
    this.connection = connection;
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getCall() {
    return call;
  }

  public void setCall(String call) {
    this.call = call;
  }

  public String getArguments() {
    return arguments;
  }

  public void setArguments(String arguments) {
    this.arguments = arguments;
  }

  public String getDraft() {
    return draft;
  }

  public void setDraft(String draft) {
    this.draft = draft;
  }
}
