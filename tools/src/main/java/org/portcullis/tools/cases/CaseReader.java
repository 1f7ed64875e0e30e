package org.portcullis.tools.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.Effect;
import org.portcullis.tools.Calls;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Unusable;
import org.portcullis.tools.World;
import org.portcullis.tools.YamlDocument;

/**
 * Reads files of cases, as {@code docs/policy-tools.md} describes them. What it does not know it
 * refuses.
 */
final class CaseReader {

  private static final Set<String> KEYS =
      Set.of("name", "who", "on", "call", "expect", "rules", "commands", "now");
  private static final Set<String> KEYS_OF_WHO = Set.of("name", "groups", "subject", "client");
  private static final Set<String> KEYS_OF_FILE = Set.of("version", "connections", "cases");
  private static final Set<String> KEYS_OF_CONNECTION =
      Set.of("protocol", "url", "labels", "settings");

  private final String file;
  private final YamlDocument document;
  private final World world;
  private final Instant now;

  private CaseReader(String file, World world, Instant now) {
    this.world = world;
    this.file = file;
    this.document = YamlDocument.read(file, PolicyFile.text(file));
    this.now = now;
  }

  /**
   * The cases of a file, in its order.
   *
   * @param world what sub-commands are found by
   * @param now the time of cases that name none
   */
  static List<TestCase> read(String file, World world, Instant now) {
    return new CaseReader(file, world, now).read();
  }

  private List<TestCase> read() {
    only(document.root(), KEYS_OF_FILE);
    if (!document.root().path("version").asText().equals("1")) {
      throw new Unusable(file + ": version: missing or unknown (expected: 1)");
    }
    Map<String, Connection> connections = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : document.root().path("connections").properties()) {
      only(entry.getValue(), KEYS_OF_CONNECTION);
      connections.put(entry.getKey(), Calls.connection(entry.getKey(), entry.getValue()));
    }
    if (!document.root().path("cases").isArray() || document.root().path("cases").isEmpty()) {
      throw new Unusable(file + ": cases: missing (expected: a list)");
    }
    List<TestCase> cases = new ArrayList<>();
    for (JsonNode element : document.root().path("cases")) {
      cases.add(read(element, connections));
    }
    return cases;
  }

  private TestCase read(JsonNode element, Map<String, Connection> connections) {
    only(element, KEYS);
    String on = text(element, "on");
    Connection connection = connections.getOrDefault(on, Calls.connection(on));
    Instant at = now(element);
    return new TestCase(
        file,
        document.line(element),
        text(element, "name"),
        caller(element, at),
        connection,
        world.dissected(
            inLine(element, () -> Calls.command(element.path("call"), connection)), connection),
        at,
        effect(element, element.path("expect")),
        element.has("rules")
            ? Optional.of(Set.copyOf(texts(element, element.path("rules"))))
            : Optional.empty(),
        commands(element));
  }

  private Caller caller(JsonNode element, Instant at) {
    JsonNode who = element.path("who");
    if (!who.isObject()) {
      throw fault(element, "who: missing (expected: name and groups)");
    }
    only(who, KEYS_OF_WHO);
    String name = who.path("name").asText("someone");
    return Calls.caller(
        name,
        who.path("subject").asText(name),
        who.path("client").asText(""),
        texts(element, who.path("groups")),
        at);
  }

  private Instant now(JsonNode element) {
    try {
      return element.has("now") ? Instant.parse(element.path("now").asText()) : now;
    } catch (DateTimeException e) {
      throw new Unusable(where(element) + "now: not an instant", e);
    }
  }

  private Map<String, Effect> commands(JsonNode element) {
    Map<String, Effect> commands = new LinkedHashMap<>();
    element
        .path("commands")
        .properties()
        .forEach(entry -> commands.put(entry.getKey(), effect(element, entry.getValue())));
    return commands;
  }

  private Effect effect(JsonNode element, JsonNode word) {
    return Effect.named(word.asText())
        .orElseThrow(
            () ->
                fault(
                    element,
                    "expect: '" + word.asText() + "' (expected: allow | mask | approve | block)"));
  }

  private String text(JsonNode element, String key) {
    if (!element.path(key).isTextual() || element.path(key).textValue().isBlank()) {
      throw fault(element, key + ": missing (expected: a text)");
    }
    return element.path(key).textValue();
  }

  private Set<String> texts(JsonNode element, JsonNode list) {
    if (!list.isArray()) {
      throw fault(element, "groups and rules are lists");
    }
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private void only(JsonNode mapping, Set<String> keys) {
    if (!mapping.isObject()) {
      throw new Unusable(file + ": a case or connection that is no mapping");
    }
    mapping
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw fault(mapping, "unknown key " + key);
              }
            });
  }

  private <T> T inLine(JsonNode element, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Unusable e) {
      throw new Unusable(where(element) + e.getMessage(), e);
    }
  }

  private Unusable fault(JsonNode mapping, String message) {
    return new Unusable(where(mapping) + message);
  }

  private String where(JsonNode mapping) {
    return file + ":" + document.line(mapping) + ": ";
  }
}
