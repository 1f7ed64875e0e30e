/**
 * Reads JavaScript (ECMA-262, scripts and modules alike) into the tree that all languages share:
 * pieces, then expressions and statements. Only the program as a whole is seen from outside.
 */
@NullMarked
package org.portcullis.dissection.code.script;

import org.jspecify.annotations.NullMarked;
