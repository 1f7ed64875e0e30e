package org.portcullis.protocol.sse;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One block of an event stream (WHATWG HTML, section 9.2.6). A block without data dispatches
 * nothing at the receiver but still moves its last event id or its reconnection time.
 *
 * @param name the event's name as given; empty when it was absent
 * @param data the data lines joined with line feeds; null when there was none
 * @param id the last event id as given in this block; null when there was none
 * @param retry the reconnection time in milliseconds, digits only; null when there was none
 */
public record SseEvent(
    String name, @Nullable String data, @Nullable String id, @Nullable String retry) {

  /** A comment. What it said is not kept: nobody decides about it and nobody masks it. */
  public static final SseEvent COMMENT = new SseEvent("", null, null, null);

  public SseEvent {
    requireNonNull(name, "name");
  }

  /** Whether receivers take it for a message: the name is absent, or says so. */
  public boolean isMessage() {
    return name.isEmpty() || name.equals("message");
  }

  /** The same with other data. */
  public SseEvent withData(String other) {
    return new SseEvent(name, other, id, retry);
  }

  /** The block as it goes over the wire, its blank line included. */
  public byte[] toBytes() {
    StringBuilder block = new StringBuilder();
    line(block, "id", id);
    line(block, "event", name.isEmpty() ? null : name);
    line(block, "retry", retry);
    if (data != null) {
      for (String part : data.split("\r\n|\r|\n", -1)) {
        line(block, "data", part);
      }
    }
    if (block.length() == 0) {
      block.append(":\n");
    }
    return block.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder block, String field, @Nullable String value) {
    if (value != null) {
      block.append(field).append(": ").append(value).append('\n');
    }
  }
}
