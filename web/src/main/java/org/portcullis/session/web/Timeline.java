package org.portcullis.session.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.recording.EventDesk.Recorded;

/**
 * Puts the events of a session together into steps: one for each exchange, one for each other
 * event.
 */
final class Timeline {

  private Timeline() {}

  /** The steps in the order in which they began. */
  static List<StepView> of(List<Recorded> events) {
    Map<String, List<Recorded>> steps = new LinkedHashMap<>();
    for (Recorded event : events) {
      String exchange = event.event().exchange();
      String key = exchange.isEmpty() ? "#" + event.number() : exchange;
      steps.computeIfAbsent(key, absent -> new ArrayList<>()).add(event);
    }
    return steps.values().stream().map(StepView::new).toList();
  }
}
