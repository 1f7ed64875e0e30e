package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.portcullis.command.Command;

/** Finds every text in a command's arguments, in their order. */
final class Arguments {

  private Arguments() {}

  static List<Argument> of(Command command) {
    List<Argument> found = new ArrayList<>();
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(null, "", "", command.arguments()));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (place.node().isTextual()) {
        found.add(new Argument(command, place, place.node().textValue()));
      } else {
        List<Place> below = below(place);
        for (int i = below.size() - 1; i >= 0; i--) {
          open.push(below.get(i));
        }
      }
    }
    return found;
  }

  private static List<Place> below(Place place) {
    List<Place> below = new ArrayList<>(place.node().size());
    if (place.node().isObject()) {
      for (Map.Entry<String, JsonNode> entry : place.node().properties()) {
        below.add(new Place(place, entry.getKey(), entry.getKey(), entry.getValue()));
      }
    } else {
      for (JsonNode element : place.node()) {
        below.add(new Place(place, Integer.toString(below.size()), place.name(), element));
      }
    }
    return below;
  }
}
