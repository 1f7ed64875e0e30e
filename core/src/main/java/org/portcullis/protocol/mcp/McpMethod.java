package org.portcullis.protocol.mcp;

import java.util.Arrays;
import java.util.Optional;

/** Everything that a client may say. What is not here is refused. */
enum McpMethod {
  INITIALIZE("initialize"),
  PING("ping"),
  SET_LEVEL("logging/setLevel"),
  LIST_TOOLS("tools/list"),
  LIST_RESOURCES("resources/list"),
  LIST_TEMPLATES("resources/templates/list"),
  LIST_PROMPTS("prompts/list"),
  CALL_TOOL("tools/call"),
  READ_RESOURCE("resources/read"),
  SUBSCRIBE("resources/subscribe"),
  UNSUBSCRIBE("resources/unsubscribe"),
  GET_PROMPT("prompts/get"),
  COMPLETE("completion/complete"),
  INITIALIZED("notifications/initialized"),
  CANCELLED("notifications/cancelled"),
  PROGRESS("notifications/progress"),
  ROOTS_CHANGED("notifications/roots/list_changed"),
  /** Not a method: an answer to something that the server asked. */
  RESPONSE("");

  private final String wire;

  McpMethod(String wire) {
    this.wire = wire;
  }

  /** The request of this name. */
  static Optional<McpMethod> request(String name) {
    return named(name).filter(method -> !method.isNotification());
  }

  /** The notification of this name. */
  static Optional<McpMethod> notification(String name) {
    return named(name).filter(McpMethod::isNotification);
  }

  private static Optional<McpMethod> named(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values()).filter(method -> method.wire.equals(name)).findFirst();
  }

  /** The name as messages spell it; for an answer, a word for the record. */
  String label() {
    return this == RESPONSE ? "response" : wire;
  }

  boolean isNotification() {
    return wire.startsWith("notifications/");
  }
}
