package org.portcullis.protocol;

/**
 * Takes what a caller is shown and how it ended, for the record. Bounded: it keeps the beginning of
 * what is shown and says so. Used by one thread at a time.
 */
public interface Transcript {

  /** Whether more would be kept; when not, the caller need not make the text. */
  boolean wantsMore();

  /** One masked JSON message, or a masked text, in UTF-8. */
  void observe(byte[] masked);

  /** The upstream said that the command itself failed. */
  void commandFailed();

  /** The answer could not be brought to its end, and the caller was told so. */
  void broke(Failure failure);
}
