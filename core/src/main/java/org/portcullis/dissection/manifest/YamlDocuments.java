package org.portcullis.dissection.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.json.StrictJson;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Documents of YAML 1.2 as trees of texts, from the parser's events: no tags, anchors or aliases,
 * no key twice, bounded depth and size. For use by one thread.
 */
final class YamlDocuments {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_LENGTH = 256 * 1024;

  private final List<JsonNode> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private YamlDocuments() {}

  /** A list or mapping whose end is still to come. */
  private static final class Open {

    private final JsonNode node;
    private @Nullable String key;

    Open(JsonNode node) {
      this.node = node;
    }

    /** Returns false for a key that is no text, or stands twice. */
    boolean add(JsonNode value) {
      if (node instanceof ArrayNode list) {
        list.add(value);
        return true;
      }
      ObjectNode object = (ObjectNode) node;
      if (key != null) {
        object.set(key, value);
        key = null;
        return true;
      }
      key = value.isTextual() && !object.has(value.textValue()) ? value.textValue() : null;
      return key != null;
    }
  }

  /** The documents that say something; empty when the text is not read. */
  static Optional<List<JsonNode>> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    YamlDocuments reading = new YamlDocuments();
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      while (events.hasNext()) {
        if (!reading.take(events.next())) {
          return Optional.empty();
        }
      }
      return Optional.of(reading.documents);
    } catch (YamlEngineException e) {
      // What the parser does not take is told as opaque.
      return Optional.empty();
    }
  }

  private boolean take(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return false;
    }
    return switch (event.getEventId()) {
      case Scalar -> ((ScalarEvent) event).getTag().isEmpty() && add(text((ScalarEvent) event));
      case SequenceStart -> begin(StrictJson.mapperForNodes().createArrayNode());
      case MappingStart -> begin(StrictJson.object());
      case SequenceEnd, MappingEnd -> add(open.pop().node);
      default -> true;
    };
  }

  private static JsonNode text(ScalarEvent event) {
    return TextNode.valueOf(event.getValue());
  }

  private boolean begin(JsonNode node) {
    open.push(new Open(node));
    return open.size() <= MAX_DEPTH;
  }

  private boolean add(JsonNode value) {
    Open holder = open.peek();
    if (holder != null) {
      return holder.add(value);
    }
    if (value.isObject()) {
      documents.add(value);
    }
    return value.isObject() || value.asText().isEmpty();
  }
}
