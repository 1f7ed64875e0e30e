package org.portcullis.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;
import org.portcullis.json.StrictJson;

/** Masks a tree as {@link JsonSplice} masks its text. Used once, by one thread. */
final class NodeMask {

  private static final int MAX_DEPTH = 128;

  private final Leaves leaves;
  private final Hits hits;

  NodeMask(Leaves leaves, Hits hits) {
    this.leaves = leaves;
    this.hits = hits;
  }

  /** The masked value; the same node when there is nothing to mask. */
  JsonNode mask(JsonNode node, Place place) {
    return value(node, place, 0);
  }

  private JsonNode value(JsonNode node, Place place, int depth) {
    if (depth > MAX_DEPTH) {
      throw new MaskingFailed("value: deeper than " + MAX_DEPTH);
    }
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, place, depth + 1);
      case ARRAY -> array(node, place, depth + 1);
      case STRING -> text(node, leaves.string(node.textValue(), place, 0, hits));
      case NUMBER ->
          number(
              node,
              node.isIntegralNumber()
                  ? leaves.integer(node.asText(), place, hits)
                  : leaves.number(node.asText(), place, hits));
      case BOOLEAN -> leaves.bool(place, hits).changed() ? NullNode.getInstance() : node;
      case NULL, MISSING -> node;
      default -> throw new MaskingFailed("value: holds what is not JSON");
    };
  }

  private JsonNode object(JsonNode node, Place place, int depth) {
    ObjectNode masked = StrictJson.object();
    MemberNames names = namesThatStay(node, place);
    boolean changed = false;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Place below = place.member(MemberName.of(member.getKey()));
      String name = member.getKey();
      if (!stays(name, below)) {
        name = names.unique(leaves.memberName(name, hits));
        changed = true;
      }
      JsonNode value = value(member.getValue(), below, depth);
      changed |= isOther(value, member.getValue());
      masked.set(name, value);
    }
    return changed ? masked : node;
  }

  private MemberNames namesThatStay(JsonNode object, Place place) {
    MemberNames names = new MemberNames();
    for (Iterator<String> it = object.fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (stays(name, place.member(MemberName.of(name)))) {
        names.add(name);
      }
    }
    return names;
  }

  private boolean stays(String name, Place place) {
    return place.kept() || leaves.texts().isClean(name, "");
  }

  private JsonNode array(JsonNode node, Place place, int depth) {
    ArrayNode masked = StrictJson.mapperForNodes().createArrayNode();
    boolean changed = false;
    for (int i = 0; i < node.size(); i++) {
      JsonNode value = value(node.get(i), place.element(i), depth);
      changed |= isOther(value, node.get(i));
      masked.add(value);
    }
    return changed ? masked : node;
  }

  /**
   * A node that needs no change comes back itself; comparing whole trees would cost depth times.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOther(JsonNode masked, JsonNode node) {
    return masked != node;
  }

  private static JsonNode text(JsonNode node, Masked masked) {
    if (!masked.changed()) {
      return node;
    }
    return masked.text() == null ? NullNode.getInstance() : TextNode.valueOf(masked.text());
  }

  private static JsonNode number(JsonNode node, Masked masked) {
    if (!masked.changed()) {
      return node;
    }
    return masked.text() == null ? NullNode.getInstance() : IntNode.valueOf(0);
  }
}
