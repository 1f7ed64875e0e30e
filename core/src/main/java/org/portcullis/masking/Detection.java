package org.portcullis.masking;

/** What content detectors look for. */
public enum Detection {
  /** E-mail addresses; spans of type {@code EMAIL}. */
  EMAIL,
  /** Payment card numbers; spans of type {@code CREDIT_CARD}. */
  CREDIT_CARD,
  /** Keys, tokens, passwords; spans of many types, for example {@code GITHUB_TOKEN}. */
  SECRETS;

  /** What finds spans of a type. */
  static Detection ofType(String type) {
    return switch (type) {
      case "EMAIL" -> EMAIL;
      case "CREDIT_CARD" -> CREDIT_CARD;
      default -> SECRETS;
    };
  }
}
