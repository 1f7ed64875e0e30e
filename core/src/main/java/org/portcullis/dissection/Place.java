package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.json.Pointers;

/**
 * A value somewhere in a command's arguments. It knows its way there and spells it only when asked:
 * to spell it for each of many elements behind a long name would cost the one times the other.
 *
 * @param above what holds it; null for the arguments themselves
 * @param step the key or index behind which it stands; empty for the arguments themselves, {@link
 *     #UNWRAPPED} for what was unwrapped from a text
 * @param name the nearest key; empty when there is none
 * @param node the value
 */
record Place(@Nullable Place above, String step, Name name, JsonNode node) {

  /** In place of a key, where nothing above is known. */
  static final String UNWRAPPED = "text";

  /** Whether it was unwrapped from a text, and so is no place that a tool's schema speaks of. */
  boolean isUnwrapped() {
    return above == null && step.equals(UNWRAPPED);
  }

  /** A JSON Pointer (RFC 6901). */
  String pointer() {
    StringBuilder pointer = new StringBuilder(length());
    spell(pointer);
    return pointer.toString();
  }

  /** At least as long as the pointer without its escapes. */
  int length() {
    int length = 0;
    for (Place place = this; place.above != null; place = place.above) {
      length += place.step.length() + 1;
    }
    return length;
  }

  /** The values in it, in their order; none for a text or number. */
  List<Place> below() {
    List<Place> below = new ArrayList<>(node.size());
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        below.add(new Place(this, entry.getKey(), new Name(entry.getKey()), entry.getValue()));
      }
    } else {
      for (JsonNode element : node) {
        below.add(new Place(this, Integer.toString(below.size()), name, element));
      }
    }
    return below;
  }

  /** Its key, as a value of what holds it. */
  Place asKey(JsonNode key) {
    return new Place(above, step, above == null ? new Name("") : above.name, key);
  }

  /** Recursive: the depth of what the gate reads is bounded. */
  private void spell(StringBuilder pointer) {
    if (above != null) {
      above.spell(pointer);
      pointer.append(Pointers.step(step));
    }
  }
}
