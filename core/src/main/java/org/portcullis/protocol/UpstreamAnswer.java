package org.portcullis.protocol;

import java.io.InputStream;

/**
 * An upstream's answer whose body is still to be read. Reading fails with an {@link
 * UpstreamReadFailed} when the body is cut short, exceeds the limit or takes too long.
 */
public interface UpstreamAnswer extends AutoCloseable {

  /** The HTTP status. */
  int status();

  /** The field lines, without hop-by-hop ones. */
  Headers headers();

  /** The body, decoded from any content coding; empty when there is none. */
  InputStream body();

  /** Ends the upstream call, at once and whatever is still to come. Never throws. */
  @Override
  void close();
}
