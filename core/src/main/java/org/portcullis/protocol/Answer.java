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

  /**
   * An answer that is written piece by piece, as its pieces come.
   *
   * @param session the id of the session it belongs to; an empty text while nobody said it. The
   *     answer ends with the session.
   * @param abort ends the upstream call at once, from any thread and whatever it is doing; the body
   *     then ends. Never throws.
   */
  record Streamed(int status, Headers headers, Body body, String session, Runnable abort)
      implements Answer {

    /** As a protocol makes it; the walk adds what it belongs to and how it is ended. */
    public Streamed(int status, Headers headers, Body body) {
      this(status, headers, body, "", () -> {});
    }
  }

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
