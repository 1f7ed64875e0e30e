package org.portcullis.container;

import java.time.Instant;
import java.util.Set;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;

/** Callers as a token would state them; their groups are those of the demo's policy. */
final class People {

  static final Caller AGENT = person("agent", "support");
  static final Caller OPERATOR = person("operator", "ops");
  static final Caller APPROVER = person("approver", "approvers");
  static final Caller ADMIN = person("admin", "platform");

  private People() {}

  /** Somebody of this name in these groups. */
  static Caller person(String name, String... groups) {
    return new Caller(
        new CallerId("https://issuer.example", name, "container-tests"),
        name,
        Set.of(groups),
        "",
        Instant.MAX);
  }
}
