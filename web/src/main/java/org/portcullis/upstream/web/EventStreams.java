package org.portcullis.upstream.web;

import java.util.Locale;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Tells answers that go on as long as there is something to say. */
final class EventStreams {

  /** Server-sent events (WHATWG HTML, section 9.2). */
  static final String MEDIA_TYPE = "text/event-stream";

  private EventStreams() {}

  /** Whether it is a stream of server-sent events, by its media type without parameters. */
  static boolean isOne(@Nullable HttpEntity entity) {
    if (entity == null || entity.getContentType() == null) {
      return false;
    }
    String type = entity.getContentType().split(";", 2)[0].strip();
    return type.toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
  }
}
