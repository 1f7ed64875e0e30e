package org.portcullis.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.json.StrictJson;

/**
 * A JSON object that is read member by member; every fault is collected. A member that nobody asks
 * for is a fault too: a setting that is silently ignored would leave something open.
 */
public final class Document {

  private final JsonNode node;
  private final String path;
  private final List<Fault> faults;

  private Document(JsonNode node, String path, List<Fault> faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  /** A document from its root; what is no object reads as an empty one, with a fault. */
  public static Document of(JsonNode root) {
    Document document =
        new Document(root.isObject() ? root : StrictJson.object(), "", new ArrayList<>());
    if (!root.isObject()) {
      document.fault("", "not an object (expected: an object)");
    }
    return document;
  }

  /** The faults so far. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Notes a fault of a member. */
  public void fault(String member, String message) {
    faults.add(new Fault(member.isEmpty() ? path : at(member), message));
  }

  /** Notes each member that is not among these. */
  public void only(String... members) {
    Set<String> known = Set.of(members);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        fault(name, "unknown (expected: " + String.join(", ", members) + ")");
      }
    }
  }

  /** Whether the member is there and not null. */
  public boolean has(String member) {
    return node.hasNonNull(member);
  }

  /** A text that must be there; a fault and an empty text otherwise. */
  public String text(String member) {
    Optional<String> text = optionalText(member);
    if (text.isEmpty() && !has(member)) {
      fault(member, "missing (expected: a text)");
    }
    return text.orElse("");
  }

  /** A text that may be left out. */
  public Optional<String> optionalText(String member) {
    if (!has(member)) {
      return Optional.empty();
    }
    JsonNode value = node.get(member);
    if (!value.isTextual()) {
      fault(member, "not a text (expected: a text)");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  /** An object that may be left out: an empty one then. */
  public ObjectNode object(String member) {
    if (!has(member)) {
      return StrictJson.object();
    }
    if (node.get(member) instanceof ObjectNode object) {
      return object;
    }
    fault(member, "not an object (expected: an object)");
    return StrictJson.object();
  }

  /** A member as a document of its own, whose faults join those of this one. */
  public Document document(String member) {
    return new Document(object(member), at(member), faults);
  }

  /** An array of texts that may be left out. */
  public List<String> texts(String member) {
    if (!has(member)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node.get(member)) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      }
    }
    if (!node.get(member).isArray() || texts.size() != node.get(member).size()) {
      fault(member, "not a list of texts (expected: a list of texts)");
    }
    return texts;
  }

  /** An object of texts that may be left out. */
  public Map<String, String> pairs(String member) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object(member).properties()) {
      if (entry.getValue().isTextual()) {
        pairs.put(entry.getKey(), entry.getValue().textValue());
      } else {
        fault(member + "." + entry.getKey(), "not a text (expected: a text)");
      }
    }
    return pairs;
  }

  private String at(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }
}
