package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A value somewhere in a command's arguments. It knows its way there and spells it only when asked:
 * to spell it for each of many elements behind a long name would cost the one times the other.
 *
 * @param above what holds it; null for the arguments themselves
 * @param step the key or index behind which it stands
 * @param name the nearest key; empty when there is none
 * @param node the value
 */
record Place(@Nullable Place above, String step, String name, JsonNode node) {

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

  /** Recursive: the depth of what the gate reads is bounded. */
  private void spell(StringBuilder pointer) {
    if (above != null) {
      above.spell(pointer);
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
  }
}
