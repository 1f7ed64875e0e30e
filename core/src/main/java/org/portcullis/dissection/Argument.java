package org.portcullis.dissection;

import org.portcullis.command.Command;

/**
 * A text somewhere in a command's arguments.
 *
 * @param command the command
 * @param name the key that it stands under; for an element of a list, the key of the list; empty
 *     when there is none
 * @param pointer where it stands in the arguments, a JSON Pointer (RFC 6901)
 * @param text what it says
 */
record Argument(Command command, String name, String pointer, String text) {}
