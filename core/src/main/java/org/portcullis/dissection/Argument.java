package org.portcullis.dissection;

import org.portcullis.command.Command;

/**
 * A text somewhere in a command's arguments.
 *
 * @param command the command
 * @param place where it stands in the arguments
 * @param text what it says
 */
record Argument(Command command, Place place, String text) {

  /** The key that it stands under; for an element of a list, the key of the list; or empty. */
  String name() {
    return place.name();
  }

  /** Where it stands in the arguments, a JSON Pointer (RFC 6901). */
  String pointer() {
    return place.pointer();
  }
}
