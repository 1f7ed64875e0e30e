/**
 * Finding and hiding values: selectors by path and name, detectors by content (in {@code detect}),
 * and the rewriting of JSON and text. Compiled once for a policy version, shared by all threads; it
 * fails closed, and what it has masked it leaves alone the second time.
 */
@NullMarked
package org.portcullis.masking;

import org.jspecify.annotations.NullMarked;
