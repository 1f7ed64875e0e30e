package org.portcullis.pipeline;

/**
 * What came of a call that went upstream.
 *
 * @param status the upstream's HTTP status; 0 when it gave none
 * @param word {@code succeeded}, {@code failed}, {@code client-gone}, or a failure's name
 * @param digest SHA-256 of the upstream's raw body as far as it was read
 * @param bytes how much of it was read
 * @param observation the beginning of what the caller was shown, masked
 * @param observationWhole whether that is all of it
 */
record CallOutcome(
    int status,
    String word,
    String digest,
    long bytes,
    String observation,
    boolean observationWhole) {}
