package org.portcullis.protocol.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.connection.Connection;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.json.StrictJson;

/**
 * The output schemas that tools declared in the lists that passed. Clients hold the same ones and
 * throw away a result that does not fit. What is declared about arguments is handed on. Bounded;
 * safe for use by many threads.
 */
final class OutputSchemas {

  private static final int MAX_SCHEMAS = 2_000;
  private static final int MAX_SCHEMA_BYTES = 64 * 1024;

  private final Map<Key, OutputSchema> byTool =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, OutputSchema> eldest) {
          return size() > MAX_SCHEMAS;
        }
      };

  private final ToolSchemas inputs;

  private record Key(String connection, String tool) {}

  OutputSchemas(ToolSchemas inputs) {
    this.inputs = inputs;
  }

  /** Remembers what a tool of a list declares, or that it declares nothing. */
  void remember(Connection connection, JsonNode tool) {
    Key key = new Key(connection.name(), tool.path("name").asText());
    inputs.remember(connection, key.tool(), tool.path("inputSchema"));
    JsonNode schema = tool.path("outputSchema");
    if (!schema.isObject()) {
      forget(key);
      return;
    }
    boolean isTooLarge = StrictJson.write(schema).length > MAX_SCHEMA_BYTES;
    keep(key, isTooLarge ? OutputSchema.unreadable() : new OutputSchema(schema.deepCopy()));
  }

  /**
   * A masked tool result whose structured content fits what the tool declared. When nothing is
   * known about the tool, nothing is demanded.
   *
   * @param result the result as it was before masking
   * @param masked the whole message after masking
   * @return empty when it cannot be made to fit
   */
  Optional<byte[]> fitted(Connection connection, String tool, ObjectNode result, byte[] masked) {
    OutputSchema schema = find(new Key(connection.name(), tool));
    if (schema == null
        || !(StrictJson.readData(masked) instanceof StrictJson.Reading.Value value)) {
      return schema == null ? Optional.of(masked) : Optional.empty();
    }
    JsonNode before = result.get("structuredContent");
    JsonNode after = value.node().at("/result/structuredContent");
    if (after.equals(before)) {
      return Optional.of(masked);
    }
    return schema
        .fitted(before, after)
        .map(content -> content.equals(after) ? masked : with(value.node(), content));
  }

  private static byte[] with(JsonNode message, JsonNode content) {
    ((ObjectNode) message.get("result")).set("structuredContent", content);
    return StrictJson.write(message);
  }

  private synchronized void keep(Key key, OutputSchema schema) {
    byTool.put(key, schema);
  }

  private synchronized void forget(Key key) {
    byTool.remove(key);
  }

  private synchronized @Nullable OutputSchema find(Key key) {
    return byTool.get(key);
  }
}
