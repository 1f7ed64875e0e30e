/**
 * Finding and hiding values: selectors by path and name, detectors by content, and the rewriting of
 * JSON and text. Compiled once for a policy version, shared by all threads; it fails closed.
 */
@NullMarked
package org.portcullis.masking;

import org.jspecify.annotations.NullMarked;
