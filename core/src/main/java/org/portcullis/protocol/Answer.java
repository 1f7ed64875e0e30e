package org.portcullis.protocol;

import java.io.IOException;

/** What the client gets. */
public sealed interface Answer {

  /** The HTTP status. */
  int status();

  /** The field lines; length and connection handling are the container's. */
  Headers headers();

  /** An answer that is complete. */
  record Whole(int status, Headers headers, byte[] body) implements Answer {}

  /** An answer that is written piece by piece, as its pieces come. */
  record Streamed(int status, Headers headers, Body body) implements Answer {}

  /** Writes a streamed answer. Used once, by one thread. */
  @FunctionalInterface
  interface Body {

    /**
     * Writes until the answer ends.
     *
     * @throws IOException when the client is gone; what is upstream has then been closed
     */
    void writeTo(Sink sink) throws IOException;
  }

  /** Takes the pieces of a streamed answer. */
  @FunctionalInterface
  interface Sink {

    /**
     * Sends these bytes at once.
     *
     * @throws IOException when the client is gone or the stream was ended from outside
     */
    void send(byte[] piece) throws IOException;
  }
}
