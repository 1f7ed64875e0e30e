package org.portcullis.demo.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exact count of one kind of effect, with the newest 10 000 of them. Thread-safe. */
final class Ledger {
  private static final int MOST_KEPT = 10_000;

  private final Deque<Map<String, Object>> items = new ArrayDeque<>();
  private long count;

  synchronized void add(Map<String, Object> item) {
    count++;
    items.addLast(item);
    if (items.size() > MOST_KEPT) {
      items.removeFirst();
    }
  }

  synchronized Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", count);
    json.put("items", List.copyOf(items));
    return json;
  }
}
