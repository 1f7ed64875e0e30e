package org.portcullis.masking.detect;

/**
 * A value that a detector accepted.
 *
 * @param type what it is, for example {@code EMAIL} or {@code GITHUB_TOKEN}
 * @param start offset of its first UTF-16 unit in the original text
 * @param end offset behind its last UTF-16 unit
 */
public record Finding(String type, int start, int end) {}
