package org.portcullis.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One thing that can be decided, with the commands that were found inside its arguments.
 *
 * @param name what is to be done
 * @param arguments what it is to be done with, an object for most kinds; shared, never changed
 *     after construction
 * @param pointer where the command stands in the message that carried it, as a JSON Pointer (RFC
 *     6901); empty for the whole message
 * @param inner the sub-commands found in the arguments, in their order of appearance
 * @param because why an argument was taken for this command, for example {@code catalogue} or
 *     {@code content:url}; empty for what the protocol itself calls a command
 */
public record Command(
    CommandName name, JsonNode arguments, String pointer, List<Command> inner, String because) {

  public Command {
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
    requireNonNull(pointer, "pointer");
    requireNonNull(because, "because");
    inner = List.copyOf(inner);
  }

  /** A command without sub-commands. */
  public static Command of(CommandName name, JsonNode arguments, String pointer) {
    return new Command(name, arguments, pointer, List.of(), "");
  }

  /** The same command with these sub-commands. */
  public Command withInner(List<Command> found) {
    return new Command(name, arguments, pointer, found, because);
  }

  /**
   * The same command with other arguments: used to put stored arguments in place of repeated ones.
   */
  public Command withArguments(JsonNode stored) {
    return new Command(name, stored, pointer, inner, because);
  }

  /** The same command with why it was taken for one. */
  public Command because(String reason) {
    return new Command(name, arguments, pointer, inner, reason);
  }
}
