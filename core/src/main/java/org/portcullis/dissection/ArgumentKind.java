package org.portcullis.dissection;

/** What an argument can hold that is made of commands. */
enum ArgumentKind {
  SQL;

  /** The kind of the commands found in it, as names spell it. */
  String label() {
    return "sql";
  }
}
