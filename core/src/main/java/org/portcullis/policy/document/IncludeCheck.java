package org.portcullis.policy.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.policy.Role;
import org.portcullis.policy.document.YamlNode.Scalar;

/** Finds roles that include themselves, over however many steps; one fault for each circle. */
final class IncludeCheck {

  private final Map<String, Role> roles;
  private final Map<String, List<Field>> includes;
  private final Set<String> done = new HashSet<>();

  IncludeCheck(Map<String, Role> roles, Map<String, List<Field>> includes) {
    this.roles = roles;
    this.includes = includes;
  }

  void run() {
    roles.keySet().forEach(this::walk);
  }

  /** Depth first without recursion, so that a long chain of roles is no deep stack. */
  private void walk(String start) {
    if (!done.add(start)) {
      return;
    }
    List<String> way = new ArrayList<>(List.of(start));
    Set<String> onWay = new HashSet<>(way);
    Deque<Deque<Field>> open = new ArrayDeque<>();
    open.push(new ArrayDeque<>(includes.get(start)));
    while (!open.isEmpty()) {
      Field next = open.peek().poll();
      if (next == null) {
        open.pop();
        onWay.remove(way.remove(way.size() - 1));
        continue;
      }
      String role = next.value() instanceof Scalar scalar ? scalar.text() : "";
      if (onWay.contains(role)) {
        circle(next, way.subList(way.indexOf(role), way.size()), role);
      } else if (includes.containsKey(role) && done.add(role)) {
        way.add(role);
        onWay.add(role);
        open.push(new ArrayDeque<>(includes.get(role)));
      }
    }
  }

  private static void circle(Field at, List<String> way, String role) {
    String circle = String.join(" > ", way) + " > " + role;
    at.fault(Expected.that("includes", Expected.shown(circle), "no role that includes itself"));
  }
}
