package org.portcullis.identity.web;

import java.util.List;
import java.util.Locale;

/** What stands between groups in a claim that is a text. An array of texts is never split. */
public enum GroupSeparator {
  /** Nothing: the text is one group, whatever stands in it. */
  NONE(""),
  /** One space or more. */
  SPACE(" "),
  /** A comma. */
  COMMA(","),
  /** A semicolon. */
  SEMICOLON(";");

  private final String text;

  GroupSeparator(String text) {
    this.text = text;
  }

  /**
   * The separator that a setting names.
   *
   * @throws IllegalArgumentException when it names none; nothing is guessed about groups
   */
  public static GroupSeparator named(String setting) {
    for (GroupSeparator separator : values()) {
      if (separator.name().toLowerCase(Locale.ROOT).equals(setting)) {
        return separator;
      }
    }
    throw new IllegalArgumentException(
        "portcullis.token.groups.separator: "
            + setting
            + " (expected: none | space | comma | semicolon)");
  }

  List<String> split(String claim) {
    return text.isEmpty()
        ? List.of(claim)
        : List.of(claim.split(text, -1)).stream().map(String::strip).toList();
  }
}
