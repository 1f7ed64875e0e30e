package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.portcullis.json.StrictJson;

/** Takes a client's notification apart. */
final class Notifications {

  private Notifications() {}

  static Plan plan(McpMethod method, ObjectNode given) {
    return switch (method) {
      case CANCELLED -> cancelled(given);
      case PROGRESS -> progress(given);
      default -> new Plan.Ready(new Step(null, method, StrictJson.object(), null));
    };
  }

  private static Plan cancelled(ObjectNode given) {
    JsonNode id = given.path("requestId");
    if (!MessageShape.isId(id)) {
      return Plan.Invalid.params("requestId: neither a text nor an integer");
    }
    ObjectNode params = StrictJson.object();
    params.set("requestId", id);
    if (given.path("reason").isTextual()) {
      params.set("reason", given.get("reason"));
    }
    return new Plan.Ready(new Step(null, McpMethod.CANCELLED, params, null));
  }

  private static Plan progress(ObjectNode given) {
    if (!MessageShape.isId(given.path("progressToken")) || !given.path("progress").isNumber()) {
      return Plan.Invalid.params("progressToken, progress: not of their shape");
    }
    ObjectNode params = StrictJson.object();
    for (String known : List.of("progressToken", "progress", "total", "message")) {
      if (given.hasNonNull(known)) {
        params.set(known, given.get(known));
      }
    }
    return new Plan.Ready(new Step(null, McpMethod.PROGRESS, params, null));
  }
}
