package org.portcullis.console.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of the console: their address below {@code /console/}, their view, and who may see
 * them.
 */
enum ConsolePage {
  APPROVALS("approvals", "Approvals", Set.of("approver", "admin")),
  DECISIONS("decisions", "Try a call", Set.of("admin", "auditor")),
  POLICY("policy", "Policy", Set.of("admin")),
  SESSIONS("sessions", "Sessions", Set.of("admin", "auditor")),
  SESSION("session", "Session", Set.of("admin", "auditor"));

  private final String path;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> roles;

  ConsolePage(String path, String title, Set<String> roles) {
    this.path = path;
    this.title = title;
    this.roles = roles;
  }

  /**
   * The page of this address or of its view, for example {@code approvals} or {@code
   * approvals.xhtml}.
   */
  static Optional<ConsolePage> at(String path) {
    return Arrays.stream(values())
        .filter(page -> path.equals(page.path) || path.equals(page.view()))
        .findFirst();
  }

  /** Name of the view, relative to the console. */
  String view() {
    return path + ".xhtml";
  }

  /** Address relative to the console. */
  String path() {
    return path;
  }

  /** What the navigation calls it. */
  String title() {
    return title;
  }

  /** Whether one of these roles opens it. */
  boolean opensFor(Set<String> held) {
    return roles.stream().anyMatch(held::contains);
  }
}
