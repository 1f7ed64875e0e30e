package org.portcullis.protocol;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An upstream's answer that was written in advance. */
public final class CannedAnswer implements UpstreamAnswer {

  public boolean closed;
  private final int status;
  private final Headers headers;
  private final InputStream body;

  public CannedAnswer(int status, Headers headers, byte[] body) {
    this(status, headers, new ByteArrayInputStream(body));
  }

  public CannedAnswer(int status, Headers headers, InputStream body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** A JSON answer with status 200. */
  public static CannedAnswer json(String body) {
    return of(200, "application/json", body);
  }

  /** An event stream with one event for each message. */
  public static CannedAnswer events(String... messages) {
    StringBuilder text = new StringBuilder();
    for (String message : messages) {
      text.append("event: message\ndata: ").append(message).append("\n\n");
    }
    return stream(text.toString());
  }

  /** An event stream of this text. */
  public static CannedAnswer stream(String text) {
    return of(200, "text/event-stream", text);
  }

  /** An event stream that breaks off after this text. */
  public static CannedAnswer broken(String text) {
    InputStream breaking =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
              throw new UncheckedIOException(new UpstreamReadFailed(Failure.UPSTREAM_BROKEN));
            }
            return read;
          }
        };
    return new CannedAnswer(
        200, Headers.of("content-type", "text/event-stream"), new Unchecking(breaking));
  }

  public static CannedAnswer of(int status, String type, String body) {
    return new CannedAnswer(
        status, Headers.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more field line. */
  public CannedAnswer with(String name, String value) {
    return new CannedAnswer(status, headers.with(name, value), body);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Brings the checked exception back that an overridden method could not throw. */
  private static final class Unchecking extends FilterInputStream {

    Unchecking(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }
}
