package org.portcullis.command;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.portcullis.text.PlainText;

/**
 * The name of a command as policy, events and answers spell it: {@code kind:rest}, for example
 * {@code tool:refund}, {@code sql:delete:customers} or {@code resource:read:crm://customers/42}.
 *
 * @param text the whole name; never blank, holds a colon after a non-empty kind, no control
 *     characters
 */
public record CommandName(String text) {

  private static final int MAX_LENGTH = 2048;
  private static final String TOOL = "tool:";

  public CommandName {
    requireNonNull(text, "text");
    if (!isValid(text)) {
      throw new IllegalArgumentException("text: not a command name (expected: kind:rest)");
    }
  }

  /** Joins a kind and what follows it with colons. */
  public static CommandName of(String kind, String... rest) {
    return new CommandName(kind + ":" + String.join(":", rest));
  }

  /** The name for something of a kind whose content cannot be told: {@code KIND:opaque:*}. */
  public static CommandName opaque(String kind) {
    return of(kind, "opaque", "*");
  }

  /**
   * Whether a text can be a command name. Control characters are refused because they make a name
   * that a person reads differ from the one a rule compares.
   */
  public static boolean isValid(String text) {
    int colon = text.indexOf(':');
    return colon > 0
        && colon < text.length() - 1
        && text.length() <= MAX_LENGTH
        && PlainText.isReadable(text);
  }

  /** The name of the tool that is called; empty for any other command. */
  public Optional<String> tool() {
    return text.startsWith(TOOL) ? Optional.of(text.substring(TOOL.length())) : Optional.empty();
  }

  /** The part before the first colon, for example {@code sql}. */
  public String kind() {
    return text.substring(0, text.indexOf(':'));
  }

  @Override
  public String toString() {
    return text;
  }
}
