package org.portcullis.recording;

/** What an event tells. */
public enum EventKind {
  /** A request without a usable token was turned away. */
  UNAUTHENTICATED,
  /** A request was turned away before a decision: unknown connection, unreadable, over a limit. */
  REFUSED,
  /** A decision about every command of an exchange; durable before anything leaves. */
  DECIDED,
  /** The upstream answered; with its status, digests and masking hits. */
  ANSWERED,
  /** The exchange went upstream and its outcome is a failure or not known. */
  FAILED,
  /** An approval was asked for. */
  ASKED,
  /** An approver voted. */
  VOTED,
  /** Votes became a grant. */
  GRANTED,
  /** A request was denied. */
  DENIED,
  /** A grant was used. */
  CONSUMED,
  /** A request or a grant came to its end unused. */
  EXPIRED,
  /** A grant was taken back. */
  REVOKED,
  /** A session began. */
  SESSION_OPENED,
  /** A session ended. */
  SESSION_ENDED,
  /** A session was killed. */
  SESSION_KILLED,
  /** A policy version became active. */
  POLICY_CHANGED,
  /** A connection was added, changed or removed. */
  CONNECTION_CHANGED
}
