package org.portcullis.protocol;

/** Why a call that was not refused by policy still has no answer of its upstream's. */
public enum Failure {
  POLICY_UNAVAILABLE(503, "The policy could not be evaluated. Nothing was run."),
  RECORDING_UNAVAILABLE(503, "The call could not be recorded. Nothing was run."),
  APPROVALS_UNAVAILABLE(503, "The approval store did not answer. Nothing was run."),
  SESSIONS_UNAVAILABLE(503, "The session store did not answer. Nothing was run."),
  GRANT_NOT_USABLE(409, "The approval can no longer be used. Nothing was run. Ask again."),
  UPSTREAM_UNREACHABLE(502, "The service behind the gate cannot be reached. Nothing was run."),
  UPSTREAM_TIMEOUT(504, "The service behind the gate did not answer in time. It may have run."),
  UPSTREAM_BROKEN(502, "The service behind the gate broke off its answer. It may have run."),
  UPSTREAM_INVALID(502, "The service behind the gate gave an answer that cannot be read."),
  UPSTREAM_TOO_LARGE(502, "The service behind the gate gave an answer over the size limit."),
  SESSION_ENDED(404, "The session was ended before the answer was complete. It may have run."),
  CLIENT_GONE(503, "The client left before the answer began."),
  MASKING_FAILED(502, "The answer could not be masked and is withheld. The call has run."),
  INTERNAL(500, "The gate failed. The answer is withheld.");

  private final int status;
  private final String text;

  Failure(int status, String text) {
    this.status = status;
    this.text = text;
  }

  /** The HTTP status where the protocol says it by status. */
  public int status() {
    return status;
  }

  /** What is said to the caller. */
  public String text() {
    return text;
  }
}
