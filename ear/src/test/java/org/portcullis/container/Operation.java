package org.portcullis.container;

import java.util.List;
import java.util.Set;
import org.portcullis.e2e.Http;

/**
 * An operation of the admin API and the only people it is open to.
 *
 * @param template its path as the API's description names it
 * @param body what is sent; empty for nothing
 */
record Operation(String verb, String template, String type, String body, Set<String> open) {

  private static final String JSON = "application/json";
  private static final Set<String> LOOKERS = Set.of("admin", "auditor");

  /** Everyone with a token; what they see is their own. */
  static final Set<String> EVERYONE =
      Set.of("agent", "operator", "approver", "second", "admin", "auditor");

  /** Every operation there is. */
  static List<Operation> all() {
    String upstream = House.CONNECTION.formatted("http://127.0.0.1:9");
    String question =
        "{\"subject\":{\"name\":\"x\",\"groups\":[]},\"connection\":\"roles\",\"call\":{\"tool\":\"x\"}}";
    return List.of(
        get("/connections", LOOKERS),
        get("/connections/{name}", LOOKERS),
        json("PUT", "/connections/{name}", upstream, Set.of("admin")),
        json("DELETE", "/connections/{name}", "", Set.of("admin")),
        get("/policy", LOOKERS),
        get("/policy/shadow", LOOKERS),
        get("/policy/versions", LOOKERS),
        get("/policy/versions/{number}", LOOKERS),
        new Operation("PUT", "/api/v1/policy", "application/yaml", House.POLICY, Set.of("admin")),
        new Operation("POST", "/api/v1/policy/lint", "application/yaml", House.POLICY, LOOKERS),
        json("POST", "/decisions", question, LOOKERS),
        json("POST", "/masking:try", "{\"text\":\"a\"}", LOOKERS),
        get("/sessions", LOOKERS),
        get("/sessions/{id}", LOOKERS),
        json("POST", "/sessions/{id}/kill", "{\"reason\":\"a test\"}", Set.of("admin")),
        get("/events", LOOKERS),
        get("/approvals", EVERYONE),
        get("/approvals/mine", EVERYONE),
        get("/approvals/{id}", EVERYONE),
        json("POST", "/approvals/{id}/votes", "{\"vote\":\"approve\"}", EVERYONE),
        get("/grants", Set.of("admin", "auditor", "approver", "second")),
        json(
            "POST",
            "/grants/{id}/revoke",
            "{\"reason\":\"a test\"}",
            Set.of("admin", "approver", "second")));
  }

  private static Operation get(String path, Set<String> open) {
    return json("GET", path, "", open);
  }

  private static Operation json(String verb, String path, String body, Set<String> open) {
    return new Operation(verb, "/api/v1" + path, JSON, body, open);
  }

  /** Does it, with this in the place of the template's parameter. */
  Http.Reply send(Http who, String parameter) {
    return who.send(verb, template.replaceAll("\\{[a-z]+}", parameter), type, body);
  }

  @Override
  public String toString() {
    return verb + " " + template;
  }
}
