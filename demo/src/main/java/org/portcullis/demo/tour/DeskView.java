package org.portcullis.demo.tour;

import java.util.Map;

/** Looks at the desk itself, behind the gate, to see what really happened. */
final class DeskView {
  private final TourSettings settings;
  private final Web web;

  DeskView(TourSettings settings, Web web) {
    this.settings = settings;
    this.web = web;
  }

  /** How often a tool was really run. */
  long calls(String tool) {
    return number(object(effects(), "calls").getOrDefault(tool, 0));
  }

  /** How many refunds were really paid. */
  long refunds() {
    return number(object(effects(), "refunds").getOrDefault("count", -1));
  }

  /** A whole customer record, unmasked; empty if the desk has none. */
  Map<String, Object> customer(int id) {
    Web.Reply reply = get("/customers/" + id);
    return reply.worked() ? reply.json("the desk") : Map.of();
  }

  private Map<String, Object> effects() {
    Web.Reply reply = get("/effects");
    if (!reply.worked()) {
      throw new NotAsTold("the desk does not show its effects: status " + reply.status());
    }
    return reply.json("the desk");
  }

  private Web.Reply get(String path) {
    return web.send(
        "the desk",
        Web.to(settings.desk().resolve(path))
            .header("Authorization", "Bearer " + settings.deskToken())
            .GET());
  }

  @SuppressWarnings("unchecked") // a JSON object has text keys
  static Map<String, Object> object(Map<String, Object> json, String name) {
    return json.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
