package org.portcullis.dissection;

import java.util.List;
import org.portcullis.command.Command;

/** Finds the commands in texts of one kind. Never throws; linear in the text. */
@FunctionalInterface
interface Dissector {

  /** The commands in this argument, in their order of appearance. */
  List<Command> dissect(Argument argument);
}
