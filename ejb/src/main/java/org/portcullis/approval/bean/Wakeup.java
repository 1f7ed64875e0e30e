package org.portcullis.approval.bean;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a delayed message says: this may be over now.
 *
 * @param id of the request or grant
 */
public record Wakeup(Kind kind, String id) {

  /** What may be over. */
  public enum Kind {
    REQUEST,
    GRANT
  }

  /** As a message carries it. */
  String text() {
    return kind + " " + id;
  }

  /** What a message says; empty when it is none of ours. */
  static Optional<Wakeup> of(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String id = text.substring(space + 1);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(text.substring(0, space)))
        .findFirst()
        .map(kind -> new Wakeup(kind, id));
  }
}
