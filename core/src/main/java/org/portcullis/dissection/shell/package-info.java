/**
 * Shell lines as policy sees them: every program that a line starts, directly or through another
 * one, with what it is started on, and every file that a redirection touches. Shells read the same
 * line in different ways and much is only known when it runs; whatever cannot be told is opaque.
 */
@NullMarked
package org.portcullis.dissection.shell;

import org.jspecify.annotations.NullMarked;
