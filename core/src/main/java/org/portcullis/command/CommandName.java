package org.portcullis.command;

import static java.util.Objects.requireNonNull;

/**
 * The name of a command as policy, events and answers spell it: {@code kind:rest}, for example
 * {@code tool:refund}, {@code sql:delete:customers} or {@code resource:read:crm://customers/42}.
 *
 * @param text the whole name; never blank, holds a colon after a non-empty kind, no control
 *     characters
 */
public record CommandName(String text) {

  private static final int MAX_LENGTH = 2048;

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
        && text.codePoints().noneMatch(CommandName::isUnreadable);
  }

  private static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
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
