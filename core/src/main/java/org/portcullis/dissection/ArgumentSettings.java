package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.json.Pointers;

/**
 * What a connection's settings say about arguments: the member {@code arguments}, an object from
 * {@code COMMAND.ARGUMENT} to what the argument holds. COMMAND is a command's name behind its kind
 * (a tool's name, {@code POST:host/path}) or {@code *}; ARGUMENT is the nearest key. Compared
 * exactly: nothing that only resembles a tool has its arguments waved through.
 */
public final class ArgumentSettings {

  /** The member of a connection's settings. */
  public static final String MEMBER = "arguments";

  private static final int MAX_ENTRIES = 1000;
  private static final String ANY = "*";
  private static final String BECAUSE = "settings";
  static final String KINDS =
      "sql, shell, argv, http, file, file:read+write+delete or a part of it, code, recipient, text";

  private final Map<String, Recognition> known;
  private final int longest;

  private ArgumentSettings(Map<String, Recognition> known) {
    this.known = Map.copyOf(known);
    this.longest = known.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  static ArgumentSettings none() {
    return new ArgumentSettings(Map.of());
  }

  /** What is wrong with the member {@code arguments} of settings; nothing when it is missing. */
  public static List<String> faults(JsonNode settings) {
    JsonNode arguments = settings.path(MEMBER);
    if (arguments.isMissingNode()) {
      return List.of();
    }
    if (!arguments.isObject() || arguments.size() > MAX_ENTRIES) {
      return List.of(
          "/" + MEMBER + ": not an object (expected: at most " + MAX_ENTRIES + " members)");
    }
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : arguments.properties()) {
      String at = "/" + MEMBER + Pointers.step(entry.getKey());
      int dot = entry.getKey().lastIndexOf('.');
      if (dot <= 0 || dot == entry.getKey().length() - 1) {
        faults.add(at + ": not an argument (expected: TOOL.ARGUMENT)");
      }
      if (recognition(entry.getValue()).isEmpty()) {
        faults.add(at + ": unknown (expected: one of " + KINDS + ")");
      }
    }
    return faults;
  }

  /** Reads what was checked; an entry with a fault says nothing. */
  static ArgumentSettings read(JsonNode arguments) {
    Map<String, Recognition> known = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : arguments.properties()) {
      recognition(entry.getValue()).ifPresent(kind -> known.put(entry.getKey(), kind));
    }
    return new ArgumentSettings(known);
  }

  /** What the settings say about this argument. */
  Optional<Recognition> of(Argument argument) {
    String name = argument.name().text();
    if (name.length() >= longest) {
      return Optional.empty();
    }
    Recognition exact = known.get(argument.commandName() + "." + name);
    return Optional.ofNullable(exact != null ? exact : known.get(ANY + "." + name));
  }

  private static Optional<Recognition> recognition(JsonNode kind) {
    return kind.isTextual() ? Recognition.read(kind.textValue(), BECAUSE) : Optional.empty();
  }
}
