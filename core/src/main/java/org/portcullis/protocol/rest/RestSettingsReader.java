package org.portcullis.protocol.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.protocol.rest.RestSettings.Parsed;

/** Reads settings and collects everything that is wrong with them. */
final class RestSettingsReader {

  private static final int MAX_OPERATIONS = 1000;
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  /** What a connection's settings may hold beside what is read here. */
  private static final Set<String> MEMBERS = Set.of("operations", "arguments");

  private final List<String> faults = new ArrayList<>();

  Parsed read(JsonNode settings) {
    List<RestOperation> operations = new ArrayList<>();
    if (isObject(settings, "", MEMBERS)) {
      JsonNode list = settings.path("operations");
      if (!list.isArray() || list.isEmpty() || list.size() > MAX_OPERATIONS) {
        fault("/operations", "not a list (expected: 1 to " + MAX_OPERATIONS + " operations)");
      }
      for (int i = 0; i < list.size(); i++) {
        operation(list.get(i), "/operations/" + i).ifPresent(operations::add);
      }
      overlaps(operations);
    }
    return faults.isEmpty()
        ? new Parsed.Valid(new RestSettings(operations))
        : new Parsed.Faulty(List.copyOf(faults));
  }

  private Optional<RestOperation> operation(JsonNode node, String at) {
    if (!isObject(node, at, Set.of("method", "path", "commands"))) {
      return Optional.empty();
    }
    String method = node.path("method").asText();
    if (!METHODS.contains(method)) {
      fault(
          at + "/method", "unknown (expected: one of " + METHODS.stream().sorted().toList() + ")");
    }
    Optional<PathTemplate> path = PathTemplate.parse(node.path("path").asText());
    if (path.isEmpty()) {
      fault(
          at + "/path",
          "not a path (expected: /literal/{variable}, no escapes, dots or empty segments)");
    }
    CommandPlaces places = null;
    if (node.has("commands")) {
      places = places(node.get("commands"), at + "/commands").orElse(null);
      if (!WITH_BODY.contains(method)) {
        fault(at + "/commands", "a " + method + " has no body to hold commands");
      }
    }
    CommandPlaces found = places;
    return path.map(template -> new RestOperation(method, template, found));
  }

  private Optional<CommandPlaces> places(JsonNode node, String at) {
    if (!isObject(node, at, Set.of("each", "name", "arguments"))) {
      return Optional.empty();
    }
    JsonPointer each = node.has("each") ? pointer(node.get("each"), at + "/each") : null;
    JsonPointer name = pointer(node.path("name"), at + "/name");
    JsonPointer arguments = pointer(node.path("arguments"), at + "/arguments");
    if (name == null || arguments == null) {
      return Optional.empty();
    }
    String nameText = name + "/";
    String argumentsText = arguments + "/";
    if (name.matches() || arguments.matches()) {
      fault(at, "name, arguments: the whole element (expected: a member of it)");
    } else if (nameText.startsWith(argumentsText) || argumentsText.startsWith(nameText)) {
      fault(at, "name, arguments: one lies inside the other");
    }
    return Optional.of(new CommandPlaces(each, name, arguments));
  }

  private @Nullable JsonPointer pointer(JsonNode node, String at) {
    try {
      if (node.isTextual()) {
        return JsonPointer.valueOf(node.textValue());
      }
    } catch (IllegalArgumentException e) {
      fault(at, "not a JSON Pointer");
      return null;
    }
    fault(at, "missing or not a text (expected: a JSON Pointer)");
    return null;
  }

  /** One path must not be two operations of which neither is the more specific one. */
  private void overlaps(List<RestOperation> operations) {
    for (int i = 0; i < operations.size(); i++) {
      for (int j = 0; j < i; j++) {
        PathTemplate one = operations.get(i).path();
        PathTemplate other = operations.get(j).path();
        boolean isAmbiguous =
            operations.get(i).method().equals(operations.get(j).method())
                && one.overlaps(other)
                && !one.isMoreSpecificThan(other)
                && !other.isMoreSpecificThan(one);
        if (isAmbiguous) {
          fault("/operations", "two match the same path: " + one.text() + ", " + other.text());
        }
      }
    }
  }

  private boolean isObject(JsonNode node, String at, Set<String> known) {
    if (!node.isObject()) {
      fault(at, "not an object");
      return false;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        fault(
            at + "/" + name, "unknown (expected: one of " + known.stream().sorted().toList() + ")");
      }
    }
    return true;
  }

  private void fault(String at, String what) {
    faults.add((at.isEmpty() ? "settings" : at) + ": " + what);
  }
}
