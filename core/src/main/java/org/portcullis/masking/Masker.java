package org.portcullis.masking;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Masks what goes to one caller over one connection. Immutable and shared by threads; the hits of
 * an exchange are collected in the {@link Hits} that is handed in. A failure is a {@link
 * MaskingFailed}: nothing of the input may then be passed on.
 */
public interface Masker {

  /** Whether it can change anything at all; when not, content that cannot be read may pass. */
  boolean masksNothing();

  /**
   * Masks a whole JSON text. Bytes outside masked values stay as they are; a text without hits
   * comes back as the same array.
   *
   * @param utf8 well-formed JSON
   * @param keep what is the protocol's own and is never masked
   * @throws MaskingFailed when it is not JSON or a detector fails
   */
  byte[] json(byte[] utf8, Keep keep, Hits hits);

  /**
   * Masks a JSON value exactly as {@link #json(byte[], Keep, Hits)} masks its text; the value
   * itself is not changed. Values that need no change are shared with the input.
   */
  JsonNode json(JsonNode value, Keep keep, Hits hits);

  /** Masks a text that is not JSON, or JSON inside a text. */
  String text(String text, Hits hits);
}
