package org.portcullis.identity.web;

/** The doors of the gate. Each has one kind of key; a path behind no door is closed. */
enum Area {
  /** {@code /gate/…} and {@code /api/…}: a verified bearer token, and nothing else. */
  BEARER,
  /**
   * {@code /console/…} and the push channel of its pages: a person who signed in, and nothing else.
   */
  CONSOLE,
  /** The metadata that tells a client where to get a token (RFC 9728): open to all. */
  METADATA,
  /** The bare address, which only leads to the console: open to all. */
  ENTRY,
  /** Everything else: closed, whoever asks. */
  CLOSED;

  private static final String METADATA_PREFIX = "/.well-known/oauth-protected-resource";

  /**
   * The area of a path.
   *
   * @param path the decoded and normalized path that the container dispatches on, without the
   *     context path
   * @return the area; {@link #CLOSED} if the path belongs to none
   */
  static Area of(String path) {
    if (within(path, "/gate") || within(path, "/api")) {
      return BEARER;
    }
    if (within(path, "/console") || within(path, "/jakarta.faces.push")) {
      return CONSOLE;
    }
    if (path.isEmpty() || path.equals("/")) {
      return ENTRY;
    }
    return within(path, METADATA_PREFIX) ? METADATA : CLOSED;
  }

  private static boolean within(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
