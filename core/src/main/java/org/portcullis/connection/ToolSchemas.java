package org.portcullis.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.json.StrictJson;

/**
 * What tools declare about their arguments, as JSON Schemas, in the lists that passed since the
 * gate started. Nothing is known about a tool before its list passed. Bounded; safe for use by many
 * threads.
 */
public final class ToolSchemas {

  private static final int MAX_SCHEMAS = 2_000;
  private static final int MAX_SCHEMA_BYTES = 64 * 1024;

  private final Map<Key, JsonNode> byTool =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, JsonNode> eldest) {
          return size() > MAX_SCHEMAS;
        }
      };

  private record Key(String connection, String tool) {}

  /** Remembers what a tool declares; what is no object, or too large, is as if it were nothing. */
  public void remember(Connection connection, String tool, JsonNode schema) {
    Key key = new Key(connection.name(), tool);
    boolean known = schema.isObject() && StrictJson.write(schema).length <= MAX_SCHEMA_BYTES;
    JsonNode kept = known ? schema.deepCopy() : null;
    synchronized (byTool) {
      if (kept == null) {
        byTool.remove(key);
      } else {
        byTool.put(key, kept);
      }
    }
  }

  /** What the tools of a connection declare, by the tools' names; not to be changed. */
  public Map<String, JsonNode> on(String connection) {
    Map<String, JsonNode> schemas = new TreeMap<>();
    synchronized (byTool) {
      byTool.forEach(
          (key, schema) -> {
            if (key.connection().equals(connection)) {
              schemas.put(key.tool(), schema);
            }
          });
    }
    return schemas;
  }

  /** What a tool of a connection declares; not to be changed. */
  public Optional<JsonNode> of(String connection, String tool) {
    synchronized (byTool) {
      return Optional.ofNullable(byTool.get(new Key(connection, tool)));
    }
  }
}
