/**
 * Texts as everyone reads them: strict UTF-8, percent-encoding, and what hides in a text. Knows no
 * other package, so that all of them can read alike.
 */
@NullMarked
package org.portcullis.text;

import org.jspecify.annotations.NullMarked;
