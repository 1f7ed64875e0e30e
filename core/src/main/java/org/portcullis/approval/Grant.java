package org.portcullis.approval;

import java.time.Instant;

/**
 * The right to run one approved command once.
 *
 * @param id its id
 * @param requestId the request it came from
 * @param callerName whose it is
 * @param connection name of the connection
 * @param command the command's name
 * @param createdAt when the last vote made it
 * @param expiresAt when it ends, whatever else happens
 * @param state where it stands; EXPIRED also when the time is over and nobody wrote it down yet
 * @param finalizedBy what wrote an end down: {@code WAKE_UP}, {@code SWEEP}, a person's name, or
 *     empty
 */
public record Grant(
    String id,
    String requestId,
    String callerName,
    String connection,
    String command,
    Instant createdAt,
    Instant expiresAt,
    State state,
    String finalizedBy) {

  /** All but ACTIVE are final. */
  public enum State {
    ACTIVE,
    CONSUMED,
    EXPIRED,
    REVOKED
  }
}
