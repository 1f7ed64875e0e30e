package org.portcullis.connection;

/** How the gate proves itself to an upstream. The caller's own token is never one of these. */
public sealed interface Credential {

  /** The upstream asks for nothing. */
  record None() implements Credential {}

  /** {@code Authorization: Bearer} (RFC 6750). */
  record Bearer(Secret token) implements Credential {}

  /** A header of the upstream's own. */
  record Header(String name, Secret value) implements Credential {}

  /** {@code Authorization: Basic} (RFC 7617). */
  record Basic(String user, Secret password) implements Credential {}
}
