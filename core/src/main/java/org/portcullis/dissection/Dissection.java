package org.portcullis.dissection;

import org.portcullis.command.Command;
import org.portcullis.connection.Connection;

/** Finds sub-commands. Immutable; safe for use by many threads; linear in the arguments' size. */
@FunctionalInterface
public interface Dissection {

  /** The same command with every sub-command that its arguments hold. Never throws. */
  Command dissect(Command command);

  /** The same dissection, with what a connection's settings say about arguments. */
  default Dissection on(Connection connection) {
    return this;
  }
}
