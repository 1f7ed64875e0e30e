package org.portcullis.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.rest.UpstreamTarget;

/** Makes callers, connections and commands of what a person wrote down. */
public final class Calls {

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final URI NOWHERE = URI.create("https://upstream.invalid");

  private Calls() {}

  /** A caller as the words of a tool describe them. */
  public static Caller caller(
      String name, String subject, String client, Collection<String> groups, Instant now) {
    return new Caller(
        new CallerId("", subject, client), name, Set.copyOf(groups), "", now.plus(TOKEN_LIFE));
  }

  /** A connection of which only the name is known. */
  public static Connection connection(String name) {
    return connection(name, StrictJson.object());
  }

  /** A connection as {@code PUT /api/v1/connections/NAME} has it; everything may be left out. */
  public static Connection connection(String name, JsonNode description) {
    String protocol = description.path("protocol").asText("mcp");
    Map<String, String> labels = new LinkedHashMap<>();
    description
        .path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return new Connection(
        name,
        ProtocolKind.named(protocol)
            .orElseThrow(() -> new Unusable("connection " + name + ": protocol: " + protocol)),
        url(name, description.path("url")),
        new Credential.None(),
        labels,
        description.has("settings") ? description.path("settings") : StrictJson.object());
  }

  private static URI url(String name, JsonNode url) {
    if (url.isMissingNode()) {
      return NOWHERE;
    }
    try {
      URI address = new URI(url.asText());
      if (address.getScheme() == null || address.getHost() == null) {
        throw new Unusable("connection " + name + ": url: no absolute address");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new Unusable("connection " + name + ": url: not an address", e);
    }
  }

  /**
   * The command of a call: {@code {"tool": …, "arguments": …}}, {@code {"command": …, "arguments":
   * …}}, or for a REST connection {@code {"method": …, "path": …, "arguments": …}} with the path as
   * the connection declares it.
   */
  public static Command command(JsonNode call, Connection connection) {
    List<String> members = List.of("tool", "command", "method");
    List<String> given = members.stream().filter(call::has).toList();
    if (given.size() != 1 || (call.has("method") && !call.path("path").isTextual())) {
      throw new Unusable(
          "call: says not what is called (expected: tool, command, or method + path)");
    }
    for (Map.Entry<String, JsonNode> member : call.properties()) {
      if (!Set.of("tool", "command", "method", "path", "arguments").contains(member.getKey())) {
        throw new Unusable("call: unknown member " + member.getKey());
      }
    }
    String text = name(given.get(0), call, connection);
    if (!CommandName.isValid(text)) {
      throw new Unusable("call: not the name of a command");
    }
    JsonNode arguments = call.has("arguments") ? call.path("arguments") : StrictJson.object();
    return Command.of(new CommandName(text), arguments, "");
  }

  private static String name(String member, JsonNode call, Connection connection) {
    String value = call.path(member).asText();
    return switch (member) {
      case "tool" -> "tool:" + value;
      case "command" -> value;
      default ->
          "http:"
              + value.toUpperCase(Locale.ROOT)
              + ":"
              + UpstreamTarget.of(connection).display()
              + call.path("path").asText();
    };
  }

  /** A JSON object that was typed in; numbers and texts as they stand. */
  public static ObjectNode object(String what, String text) {
    StrictJson.Reading reading = StrictJson.read(text);
    if (reading instanceof StrictJson.Reading.Unreadable unreadable) {
      throw new Unusable(what + ": " + unreadable.reason());
    }
    if (((StrictJson.Reading.Value) reading).node() instanceof ObjectNode object) {
      return object;
    }
    throw new Unusable(what + ": not an object");
  }
}
