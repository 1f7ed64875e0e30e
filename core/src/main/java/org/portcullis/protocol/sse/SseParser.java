package org.portcullis.protocol.sse;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.UpstreamReadFailed;
import org.portcullis.text.Utf8;

/**
 * Parses an event stream byte by byte (WHATWG HTML, section 9.2.6), so that it cannot matter where
 * the bytes were cut. Stricter than the standard in one point: bytes that are not UTF-8 are an
 * error and not replaced. Used by one thread.
 */
public final class SseParser {

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int MAX_RETRY_DIGITS = 9;

  private final int maxEventBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private int size;
  private boolean firstLine = true;
  private boolean afterReturn;
  private boolean hasData;
  private boolean hasFields;
  private String name = "";
  private @Nullable String id;
  private @Nullable String retry;

  /**
   * @param maxEventBytes what one block, or one line, may have at most
   */
  public SseParser(int maxEventBytes) {
    this.maxEventBytes = maxEventBytes;
  }

  /**
   * Takes one byte.
   *
   * @return the block or comment that is complete with it
   * @throws UpstreamReadFailed when a block is too large or not UTF-8
   */
  public Optional<SseEvent> feed(byte b) throws UpstreamReadFailed {
    boolean second = afterReturn && b == '\n';
    afterReturn = b == '\r';
    if (second) {
      return Optional.empty();
    }
    if (b == '\r' || b == '\n') {
      return endOfLine();
    }
    if (++size > maxEventBytes) {
      throw new UpstreamReadFailed(Failure.UPSTREAM_TOO_LARGE);
    }
    line.write(b);
    return Optional.empty();
  }

  private Optional<SseEvent> endOfLine() throws UpstreamReadFailed {
    String text = decoded();
    line.reset();
    if (text.isEmpty()) {
      return endOfBlock();
    }
    int colon = text.indexOf(':');
    if (colon == 0) {
      size -= Math.min(size, text.length());
      return Optional.of(SseEvent.COMMENT);
    }
    String field = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    take(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  private void take(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "data" -> {
        data.append(hasData ? "\n" : "").append(value);
        hasData = true;
        hasFields = true;
      }
      case "id" -> {
        if (value.indexOf('\0') < 0) {
          id = value;
          hasFields = true;
        }
      }
      case "retry" -> {
        // More digits than this are no time to wait, but could be a value that nobody masks.
        if (value.length() <= MAX_RETRY_DIGITS
            && !value.isEmpty()
            && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
          retry = value;
          hasFields = true;
        }
      }
      default -> {
        // The standard says so: a field of another name is ignored.
      }
    }
  }

  private Optional<SseEvent> endOfBlock() {
    Optional<SseEvent> event =
        hasFields
            ? Optional.of(new SseEvent(name, hasData ? data.toString() : null, id, retry))
            : Optional.empty();
    data.setLength(0);
    size = 0;
    hasData = false;
    hasFields = false;
    name = "";
    id = null;
    retry = null;
    return event;
  }

  private String decoded() throws UpstreamReadFailed {
    String text =
        Utf8.decode(line.toByteArray())
            .orElseThrow(() -> new UpstreamReadFailed(Failure.UPSTREAM_INVALID));
    boolean marked = firstLine && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    firstLine = false;
    return marked ? text.substring(1) : text;
  }
}
