package org.portcullis.dissection;

import java.util.List;
import org.portcullis.command.Command;

/** Finds the commands in texts of one kind. Never throws; linear in the text. */
@FunctionalInterface
interface Dissector {

  /** The commands in this argument, in their order of appearance. */
  List<Command> dissect(Argument argument);

  /**
   * The commands in a list of texts that is one program and its arguments.
   *
   * @param argument the list; its text is that of all elements, separated by blanks
   * @param argv at least one element
   */
  default List<Command> dissectArgv(Argument argument, List<String> argv) {
    return dissect(argument);
  }
}
