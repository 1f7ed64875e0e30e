package org.portcullis.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.portcullis.json.StrictJson;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML document as JSON, with the line of every mapping. For one thread. */
public final class YamlDocument {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 64;

  private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
  private final String name;
  private final ObjectNode root;

  private YamlDocument(String name, String text) {
    this.name = name;
    this.root = root(text);
  }

  /** Reads a document that is a mapping; throws {@link Unusable} with the line otherwise. */
  public static YamlDocument read(String name, String text) {
    return new YamlDocument(name, text);
  }

  /** The document. */
  public ObjectNode root() {
    return root;
  }

  /** The line at which a mapping of this document begins; 0 for any other node. */
  public int line(JsonNode mapping) {
    return lines.getOrDefault(mapping, 0);
  }

  private ObjectNode root(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(0).build();
    Optional<Node> composed;
    try {
      composed = new Compose(settings).composeString(text);
    } catch (YamlEngineException e) {
      throw new Unusable(name + ": not YAML: " + e.getMessage(), e);
    }
    if (composed.isPresent() && json(composed.get(), 0) instanceof ObjectNode object) {
      return object;
    }
    throw new Unusable(name + ": not a mapping");
  }

  private JsonNode json(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unusable(name + ":" + lineOf(node) + ": nested too deeply");
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element, depth + 1)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, int depth) {
    ObjectNode object = StrictJson.object();
    lines.put(object, lineOf(mapping));
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new Unusable(name + ":" + lineOf(mapping) + ": a key that is not a single value");
      }
      if (object.has(key.getValue())) {
        throw new Unusable(name + ":" + lineOf(key) + ": " + key.getValue() + " stands twice");
      }
      object.set(key.getValue(), json(tuple.getValueNode(), depth + 1));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(value));
    }
    if (tag.equals(Tag.INT) && value.matches("[-+]?[0-9]+")) {
      return NODES.numberNode(new BigInteger(value));
    }
    if (tag.equals(Tag.FLOAT) && value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
      return DecimalNode.valueOf(new BigDecimal(value));
    }
    return TextNode.valueOf(value);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
