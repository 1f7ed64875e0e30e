package org.portcullis.identity.web;

/** What the guard says to one request: come in, or a refusal with its reason. */
sealed interface Admission {

  /** The request may go on. */
  record Admitted() implements Admission {}

  /**
   * The request ends here.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements Admission {}

  /**
   * Why a request was refused before anything looked at it. The name is stable: it stands in events
   * and problem types.
   */
  enum Reason {
    /** No bearer token came. RFC 6750 section 3.1: no error code. */
    MISSING_TOKEN(401, "missing-token", "No access token was sent."),
    /**
     * A token came that is malformed, expired, not for this gate, or not signed by its identity
     * provider.
     */
    INVALID_TOKEN(401, "invalid-token", "The access token is not valid for this gate."),
    /**
     * The identity provider left the groups out of the token, so nobody can say what the caller may
     * do. Not 401: to sign in again would bring the same token.
     */
    GROUPS_LEFT_OUT(
        403,
        "groups-left-out",
        "The identity provider left your groups out of the access token because there are too many."
            + " An administrator of the identity provider has to send the groups that this gate"
            + " uses."),
    /** The groups in the token are neither a text nor an array of texts. */
    GROUPS_UNREADABLE(
        403,
        "groups-unreadable",
        "The groups in the access token are neither a text nor an array of texts. An administrator"
            + " of the identity provider has to send them as texts."),
    /** A bearer token was used at the console, which is for people who signed in. */
    WRONG_CREDENTIAL(403, "wrong-credential", "This address is for people who signed in."),
    /** A page of another origin tried to act with somebody's sign-in. */
    FOREIGN_ORIGIN(403, "foreign-origin", "The request comes from a page of another origin."),
    /** The path can be read in two ways. */
    AMBIGUOUS_PATH(400, "ambiguous-path", "The path can be read in more than one way."),
    /** Nothing is served there. */
    UNKNOWN_PATH(404, "unknown-path", "Nothing is served at this address.");

    private final int status;
    private final String code;
    private final String title;

    Reason(int status, String code, String title) {
      this.status = status;
      this.code = code;
      this.title = title;
    }

    int status() {
      return status;
    }

    String code() {
      return code;
    }

    String title() {
      return title;
    }
  }
}
