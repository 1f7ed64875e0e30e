package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a client's message came to. */
sealed interface Plan {

  /** It can be decided about. */
  record Ready(Step step) implements Plan {}

  /**
   * It is refused as it stands.
   *
   * @param code the JSON-RPC code
   * @param text for the client
   * @param data more for the client, or null
   */
  record Invalid(int code, String text, @Nullable ObjectNode data) implements Plan {

    static Invalid params(String text) {
      return new Invalid(JsonRpc.INVALID_PARAMS, text, null);
    }
  }
}
