package org.portcullis.masking;

/**
 * A found value in a text.
 *
 * @param type what it is: {@code EMAIL}, {@code CREDIT_CARD}, {@code AWS_ACCESS_KEY}, {@code
 *     PRIVATE_KEY}, …
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last UTF-16 unit
 */
public record Span(String type, int start, int end) {}
