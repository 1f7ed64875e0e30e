package org.portcullis.protocol.sse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads an event stream block by block; each one as soon as it is complete. One thread. */
public final class SseReader {

  private static final int CHUNK = 8 * 1024;

  private final InputStream in;
  private final SseParser parser;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;

  /**
   * @param in read but not closed
   * @param maxEventBytes what one block may have at most
   */
  public SseReader(InputStream in, int maxEventBytes) {
    this.in = in;
    this.parser = new SseParser(maxEventBytes);
  }

  /**
   * The next block or comment; empty at the end. A block that the stream's end cuts off is dropped,
   * as the standard says.
   *
   * @throws IOException what reading throws; an {@link org.portcullis.protocol.UpstreamReadFailed}
   *     also when a block is too large or not UTF-8
   */
  public Optional<SseEvent> next() throws IOException {
    while (true) {
      while (at < end) {
        Optional<SseEvent> event = parser.feed(chunk[at++]);
        if (event.isPresent()) {
          return event;
        }
      }
      at = 0;
      end = Math.max(0, in.read(chunk, 0, CHUNK));
      if (end == 0) {
        return Optional.empty();
      }
    }
  }
}
