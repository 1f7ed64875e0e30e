package org.portcullis.upstream.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.UpstreamReadFailed;

/**
 * An upstream's body: decoded, counted, and with every fault in the words for the caller. Read by
 * one thread, closed by any.
 */
final class AnswerBody extends InputStream {

  private final InputStream raw;
  private final Coding coding;
  private final long limit;
  private final OpenCall call;
  private final AtomicBoolean ended = new AtomicBoolean();
  private @Nullable InputStream decoded;
  private long count;

  AnswerBody(InputStream raw, Coding coding, long limit, OpenCall call) {
    this.raw = raw;
    this.coding = coding;
    this.limit = limit;
    this.call = call;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = decoded().read(buffer, offset, length);
    } catch (IOException e) {
      boolean outOfTime = call.deadline().isOver();
      close();
      throw Faults.reading(e, outOfTime);
    }
    if (read < 0) {
      finish();
      return read;
    }
    count += read;
    if (count > limit) {
      close();
      throw new UpstreamReadFailed(Failure.UPSTREAM_TOO_LARGE);
    }
    return read;
  }

  /** Never waits for the rest of the body, as closing the client's own stream would. */
  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      call.end();
    }
  }

  /**
   * At the end of the decoded bytes the raw ones are at their end too, or the upstream sent more
   * than it said.
   */
  private void finish() throws IOException {
    if (ended.get()) {
      return;
    }
    if (raw.read() >= 0) {
      close();
      throw new UpstreamReadFailed(Failure.UPSTREAM_INVALID);
    }
    if (ended.compareAndSet(false, true)) {
      call.done();
    }
  }

  private InputStream decoded() throws IOException {
    if (decoded == null) {
      decoded = coding.decode(raw);
    }
    return decoded;
  }
}
