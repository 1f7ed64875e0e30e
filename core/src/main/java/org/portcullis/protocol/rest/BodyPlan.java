package org.portcullis.protocol.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.CanonicalJson;
import org.portcullis.json.Digests;
import org.portcullis.json.StrictJson;
import org.portcullis.text.PlainText;

/** An operation whose body holds commands. What else the body holds goes on as it is. */
final class BodyPlan implements RestPlan {

  private static final int MAX_COMMANDS = 1000;
  private static final int MAX_NAME = 128;
  private static final int MAX_ENVELOPE = 8 * 1024;

  private final URI target;
  private final JsonNode body;
  private final CommandPlaces places;
  private final List<Command> commands;
  private @Nullable JsonNode envelope;

  private BodyPlan(URI target, JsonNode body, CommandPlaces places, List<Command> commands) {
    this.target = target;
    this.body = body;
    this.places = places;
    this.commands = List.copyOf(commands);
  }

  static Planned of(URI target, CommandPlaces places, @Nullable JsonNode body) {
    if (body == null) {
      return new Planned.Refused("the body that holds the commands is missing");
    }
    List<JsonPointer> elements = new ArrayList<>();
    if (places.each() == null) {
      elements.add(JsonPointer.empty());
    } else if (body.at(places.each()) instanceof ArrayNode array
        && !array.isEmpty()
        && array.size() <= MAX_COMMANDS) {
      for (int i = 0; i < array.size(); i++) {
        elements.add(places.each().appendIndex(i));
      }
    } else {
      return new Planned.Refused("the list of commands is missing, no list, empty, or too long");
    }
    List<Command> commands = new ArrayList<>();
    for (JsonPointer element : elements) {
      Optional<Command> command = command(body, element, places);
      if (command.isEmpty()) {
        return new Planned.Refused("a command has no plain name");
      }
      commands.add(command.get());
    }
    return new Planned.Ready(new BodyPlan(target, body, places, commands));
  }

  private static Optional<Command> command(
      JsonNode body, JsonPointer element, CommandPlaces places) {
    JsonNode at = body.at(element);
    JsonNode name = at.at(places.name());
    if (!at.isObject() || !name.isTextual() || !PlainText.isName(name.textValue(), MAX_NAME)) {
      return Optional.empty();
    }
    JsonNode arguments = at.at(places.arguments());
    boolean isAbsent = arguments.isMissingNode() || arguments.isNull();
    return Optional.of(
        Command.of(
            CommandName.of("tool", name.textValue()),
            isAbsent ? StrictJson.object() : arguments,
            element.toString()));
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  /** The address, the other members of the command's element, and what is around the commands. */
  @Override
  public JsonNode around(Command command) {
    ObjectNode around = StrictJson.object().put("url", target.toString());
    around.set("element", without(body.at(command.pointer()), places.arguments()));
    JsonPointer each = places.each();
    if (each != null && !each.matches()) {
      around.set("body", envelope(each));
    }
    return around;
  }

  /** The same for every command, so it is small or stands for itself by its digest. */
  private JsonNode envelope(JsonPointer each) {
    if (envelope == null) {
      JsonNode rest = without(body, each);
      byte[] canonical = CanonicalJson.bytes(rest);
      envelope =
          canonical.length <= MAX_ENVELOPE
              ? rest
              : StrictJson.object()
                  .put("digest", Digests.sha256(canonical))
                  .put("bytes", canonical.length);
    }
    return envelope;
  }

  /** What is left of a value; shares all that is not on the way. */
  private static JsonNode without(JsonNode node, JsonPointer place) {
    if (node instanceof ObjectNode object) {
      String name = place.getMatchingProperty();
      ObjectNode rest = StrictJson.object().setAll(object);
      JsonNode below = rest.remove(name);
      boolean isOnTheWay = below != null && !place.tail().matches();
      return isOnTheWay ? rest.set(name, without(below, place.tail())) : rest;
    }
    int index = place.getMatchingIndex();
    if (node instanceof ArrayNode array && index >= 0 && index < array.size()) {
      ArrayNode rest = StrictJson.mapperForNodes().createArrayNode().addAll(array);
      rest.set(
          index,
          place.tail().matches()
              ? NullNode.getInstance()
              : without(array.get(index), place.tail()));
      return rest;
    }
    return node;
  }

  @Override
  public URI target(List<Command> decided) {
    return target;
  }

  @Override
  public JsonNode body(List<Command> decided) {
    JsonNode written = body.deepCopy();
    for (int i = 0; i < commands.size(); i++) {
      JsonPointer element = JsonPointer.valueOf(commands.get(i).pointer());
      put(written.at(element), decided.get(i).arguments());
    }
    return written;
  }

  /** Arguments that are absent stay so: there is nothing to put in their place. */
  private void put(JsonNode element, JsonNode decided) {
    JsonPointer arguments = places.arguments();
    JsonNode given = element.at(arguments);
    boolean isAbsent = given.isMissingNode() || given.isNull();
    if (isAbsent && decided.isObject() && decided.isEmpty()) {
      return;
    }
    JsonNode holder = element.at(arguments.head());
    if (holder instanceof ObjectNode object) {
      object.set(arguments.last().getMatchingProperty(), decided);
    } else if (holder instanceof ArrayNode array && arguments.last().mayMatchElement()) {
      array.set(arguments.last().getMatchingIndex(), decided);
    } else {
      throw new IllegalStateException("decided arguments have no place in the body");
    }
  }
}
