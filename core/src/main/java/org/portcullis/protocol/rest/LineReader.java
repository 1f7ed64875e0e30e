package org.portcullis.protocol.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.UpstreamReadFailed;

/** Reads lines, each as soon as it is complete and none longer than allowed. One thread. */
final class LineReader {

  private static final int CHUNK = 8 * 1024;

  private final InputStream in;
  private final int maxLineBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;

  LineReader(InputStream in, int maxLineBytes) {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * The next line without its end; empty when there is no more. A last line without an end counts.
   */
  Optional<byte[]> next() throws IOException {
    while (true) {
      while (at < end) {
        byte b = chunk[at++];
        if (b == '\n') {
          return Optional.of(taken());
        }
        line.write(b);
        if (line.size() > maxLineBytes) {
          throw new UpstreamReadFailed(Failure.UPSTREAM_TOO_LARGE);
        }
      }
      at = 0;
      end = Math.max(0, in.read(chunk, 0, CHUNK));
      if (end == 0) {
        return line.size() == 0 ? Optional.empty() : Optional.of(taken());
      }
    }
  }

  private byte[] taken() {
    byte[] bytes = line.toByteArray();
    line.reset();
    return bytes;
  }
}
