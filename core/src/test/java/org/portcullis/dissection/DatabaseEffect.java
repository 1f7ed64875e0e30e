package org.portcullis.dissection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.command.Command;

/**
 * Something that a database did, and which commands account for it.
 *
 * @param verb {@code read}, {@code refer} (in a foreign key), {@code write} (rows, nothing more is
 *     known), {@code define}, or a command's own verb
 * @param object the table's or function's name, its schema before it where that is known; empty
 *     where only the verb is known
 */
record DatabaseEffect(String verb, String object) {

  private static final Set<String> DEFINING =
      Set.of(
          "create", "alter", "drop", "truncate", "analyze", "refresh", "lock", "grant", "revoke");
  private static final Set<String> READING = Set.of("select", "describe", "merge");
  private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge");

  static DatabaseEffect of(String verb, String schema, String name) {
    return new DatabaseEffect(verb, schema.isEmpty() ? name : schema + "." + name);
  }

  /** Whether a command names this or something stricter; what is opaque names everything. */
  boolean isToldBy(List<Command> commands) {
    return commands.stream().map(command -> command.name().text()).anyMatch(this::isToldBy);
  }

  private boolean isToldBy(String command) {
    String[] parts = command.split(":", 3);
    boolean opaque = command.equals("sql:opaque:*");
    return opaque || (verbFits(parts[1]) && (object.isEmpty() || objectFits(key(parts[2]))));
  }

  private boolean verbFits(String told) {
    return switch (verb) {
      case "read", "refer" -> READING.contains(told) || DEFINING.contains(told);
      case "write" -> WRITING.contains(told) || DEFINING.contains(told);
      case "define" -> DEFINING.contains(told);
      // What is renamed is known by its new name afterwards.
      case "alter" -> told.equals("alter") || told.equals("create");
      default -> verb.equals(told);
    };
  }

  private boolean objectFits(String told) {
    String done = key(object);
    return done.equals(told) || done.endsWith("." + told);
  }

  /** Policy compares names without case and writes quotes only where they are needed. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("\"", "");
  }
}
