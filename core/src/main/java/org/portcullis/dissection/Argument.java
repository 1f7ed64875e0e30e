package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;

/**
 * A text somewhere in a command's arguments.
 *
 * @param command the command
 * @param place where it stands among its neighbors; inside an unwrapped text, its place there
 * @param at where it, or the text that wraps it, stands in the arguments
 * @param text what it says
 * @param access what is done to the file that it names; empty when that is not known
 */
record Argument(Command command, Place place, Place at, String text, Set<Access> access) {

  private static final String PROMPT = "prompt:get:";

  Argument {
    access = Set.copyOf(access);
  }

  /** An argument that nothing wraps and nothing is known about. */
  Argument(Command command, Place place, String text) {
    this(command, place, place, text, Set.of());
  }

  /** The key that it stands under; for an element of a list, the key of the list; or empty. */
  Name name() {
    return place.name();
  }

  /** Where it stands in the arguments, a JSON Pointer (RFC 6901). */
  String pointer() {
    return at.pointer();
  }

  /** Where it stands in the message. */
  String wholePointer() {
    return command.pointer() + pointer();
  }

  Argument withAccess(Set<Access> known) {
    return new Argument(command, place, at, text, known);
  }

  Argument withText(String other) {
    return new Argument(command, place, at, other, access);
  }

  /** The name of the command behind its kind. */
  String commandName() {
    String name = command.name().text();
    return name.substring(name.indexOf(':') + 1);
  }

  /** The words of the name that a server gave its tool or prompt; none for other commands. */
  Set<String> toolWords() {
    String name = command.name().text();
    Optional<String> called =
        name.startsWith(PROMPT)
            ? Optional.of(name.substring(PROMPT.length()))
            : command.name().tool();
    return called.map(Words::of).orElse(Set.of());
  }

  /** The value under the first of these keys in the object that holds the argument. */
  Optional<JsonNode> neighbor(List<String> keys) {
    JsonNode holder = holder();
    if (holder == null) {
      return Optional.empty();
    }
    return keys.stream().filter(holder::has).map(holder::get).findFirst();
  }

  /** The same, when it is a text. */
  Optional<String> neighborText(List<String> keys) {
    return neighbor(keys).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private @Nullable JsonNode holder() {
    Place holder = place.above();
    while (holder != null && !holder.node().isObject()) {
      holder = holder.above();
    }
    return holder == null ? null : holder.node();
  }
}
