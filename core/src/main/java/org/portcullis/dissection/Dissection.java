package org.portcullis.dissection;

import org.portcullis.command.Command;

/** Finds sub-commands. Immutable; safe for use by many threads; linear in the arguments' size. */
@FunctionalInterface
public interface Dissection {

  /** The same command with every sub-command that its arguments hold. Never throws. */
  Command dissect(Command command);
}
