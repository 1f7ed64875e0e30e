package org.portcullis.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.portcullis.json.Digests;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.UpstreamAnswer;

/** Counts and digests an upstream's body while it is read. Used by one thread. */
final class MeteredAnswer implements UpstreamAnswer {

  private final UpstreamAnswer answer;
  private final MessageDigest digest = Digests.newSha256();
  private final InputStream body;
  private long bytes;

  MeteredAnswer(UpstreamAnswer answer) {
    this.answer = answer;
    this.body = new Meter(answer.body());
  }

  @Override
  public int status() {
    return answer.status();
  }

  @Override
  public Headers headers() {
    return answer.headers();
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    answer.close();
  }

  /** How much was read so far. */
  long bytes() {
    return bytes;
  }

  /** The digest of what was read so far; ends the metering. */
  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private final class Meter extends FilterInputStream {

    Meter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        digest.update((byte) read);
        bytes++;
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        digest.update(buffer, offset, read);
        bytes += read;
      }
      return read;
    }

    @Override
    public long skip(long n) {
      throw new UnsupportedOperationException("a metered body is read, not skipped");
    }
  }
}
