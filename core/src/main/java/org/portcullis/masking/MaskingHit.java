package org.portcullis.masking;

/**
 * That something was masked, and why; never what.
 *
 * @param entry id of the masking entry
 * @param type what was found, or {@code FIELD} for a selector
 * @param count how often in the exchange, at least 1
 */
public record MaskingHit(String entry, String type, int count) {

  /** The type of what a field selector masked. */
  public static final String FIELD = "FIELD";
}
