package org.portcullis.tools.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.condition.ConditionFacts.Path;
import org.portcullis.tools.Calls;

/**
 * Values for what conditions look at.
 *
 * @param values by their ways; empty for a value that is not there
 */
record Situation(Map<Path, Optional<JsonNode>> values) {

  /** The arguments of the command. */
  ObjectNode arguments() {
    ObjectNode arguments = StrictJson.object();
    values.entrySet().stream()
        .filter(entry -> entry.getKey().variable().equals("args"))
        .filter(entry -> !entry.getKey().steps().isEmpty() && entry.getValue().isPresent())
        .sorted(Comparator.comparing(entry -> entry.getKey().steps().size()))
        .forEach(entry -> put(arguments, entry.getKey().steps(), entry.getValue().get()));
    return arguments;
  }

  private static void put(ObjectNode object, List<String> steps, JsonNode value) {
    ObjectNode at = object;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = at.path(step) instanceof ObjectNode below ? below : at.putObject(step);
    }
    at.set(steps.get(steps.size() - 1), value);
  }

  Command command(Command bare) {
    return bare.withArguments(arguments());
  }

  Caller caller(String group, Instant now) {
    String name = text("caller", List.of("name")).orElse("someone");
    return Calls.caller(
        name,
        text("caller", List.of("subject")).orElse(name),
        text("caller", List.of("client")).orElse(""),
        List.of(group),
        now);
  }

  Connection connection(String name) {
    return Calls.connection(name, StrictJson.object().set("labels", labels()));
  }

  ObjectNode labels() {
    ObjectNode labels = StrictJson.object();
    values.forEach(
        (path, value) -> {
          boolean isLabel =
              path.variable().equals("connection")
                  && path.steps().size() == 2
                  && path.steps().get(0).equals("labels");
          if (isLabel && value.isPresent()) {
            labels.put(path.steps().get(1), value.get().asText());
          }
        });
    return labels;
  }

  Instant now(Instant otherwise) {
    try {
      return text("now", List.of()).map(Instant::parse).orElse(otherwise);
    } catch (DateTimeException e) {
      // A constant that is no instant: the condition fails with any time.
      return otherwise;
    }
  }

  private Optional<String> text(String variable, List<String> steps) {
    return values.getOrDefault(new Path(variable, steps), Optional.empty()).map(JsonNode::asText);
  }
}
