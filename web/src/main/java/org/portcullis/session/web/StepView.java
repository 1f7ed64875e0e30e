package org.portcullis.session.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.console.web.CommandLine;
import org.portcullis.console.web.Shown;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;

/** One step of a session: an exchange with its decision and its outcome, or a single event. */
public record StepView(List<Recorded> events) {

  public StepView {
    events = List.copyOf(events);
  }

  /** The number of its first event; stable, so that it can be linked to. */
  public long number() {
    return events.get(0).number();
  }

  public String at() {
    return Shown.exact(first().at());
  }

  /** The exchange's id; empty for an event that belongs to none. */
  public String reference() {
    return first().exchange();
  }

  /** What it was: the call, or the event's kind in words. */
  public String label() {
    String call = decided().path("call").asText();
    return call.isEmpty() ? first().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') : call;
  }

  /**
   * The decision's name, {@code mask} where an allowed answer was masked; empty for no decision.
   */
  public String decision() {
    String decision = decisionAlone();
    return decision.equals("allow") && !masked().isEmpty() ? "mask" : decision;
  }

  private String decisionAlone() {
    return find(EventKind.DECIDED)
        .or(() -> find(EventKind.REFUSED))
        .map(Event::decision)
        .orElse("");
  }

  /** The command lines of the decision. */
  public List<CommandLine> commands() {
    List<CommandLine> lines = new ArrayList<>();
    decided().path("commands").forEach(command -> lines.addAll(CommandLine.of(command)));
    return lines;
  }

  /** The masked arguments of its commands, one member a line. */
  public String arguments() {
    StringBuilder text = new StringBuilder();
    for (JsonNode command : decided().path("commands")) {
      if (command.has("arguments") && !command.get("arguments").isEmpty()) {
        text.append(Shown.pretty(command.get("arguments"))).append('\n');
      }
    }
    return text.toString();
  }

  public int policy() {
    return decided().path("policy").asInt();
  }

  /** What the caller was shown, masked; empty when nothing came back. */
  public String observation() {
    JsonNode outcome = outcome();
    String text = outcome.path("observation").asText();
    return outcome.path("observationWhole").asBoolean(true) ? text : text + "…";
  }

  /** How it ended; empty while it is not known. */
  public String outcomeWord() {
    return outcome().path("outcome").asText();
  }

  public long millis() {
    return outcome().path("millis").asLong();
  }

  /** What was masked, for example {@code customer-data: EMAIL 2}. */
  public List<String> masked() {
    List<String> hits = new ArrayList<>();
    for (JsonNode hit : outcome().path("masked")) {
      hits.add(
          hit.path("entry").asText()
              + ": "
              + hit.path("type").asText()
              + " "
              + hit.path("count").asInt());
    }
    return hits;
  }

  /** Why it was refused before a decision, or what else the event says. */
  public String remark() {
    return first().detail().path("reason").asText();
  }

  /** The recorded events themselves. */
  public List<String> raw() {
    return events.stream()
        .map(
            recorded ->
                "#"
                    + recorded.number()
                    + " "
                    + recorded.event().kind()
                    + " "
                    + Shown.exact(recorded.event().at())
                    + "\n"
                    + Shown.pretty(recorded.event().detail()))
        .toList();
  }

  private Event first() {
    return events.get(0).event();
  }

  private JsonNode decided() {
    return detailOf(find(EventKind.DECIDED));
  }

  private JsonNode outcome() {
    return detailOf(find(EventKind.ANSWERED).or(() -> find(EventKind.FAILED)));
  }

  private Optional<Event> find(EventKind kind) {
    return events.stream().map(Recorded::event).filter(event -> event.kind() == kind).findFirst();
  }

  private static JsonNode detailOf(Optional<Event> event) {
    return event.<JsonNode>map(Event::detail).orElse(MissingNode.getInstance());
  }
}
