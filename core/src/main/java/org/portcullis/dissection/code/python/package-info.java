/**
 * Reads Python (The Python Language Reference, 3.8 to 3.14, with the lines of IPython) into the
 * tree that all languages share: pieces, then expressions and statements. Only the program as a
 * whole is seen from outside.
 */
@NullMarked
package org.portcullis.dissection.code.python;

import org.jspecify.annotations.NullMarked;
