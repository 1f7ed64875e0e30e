/**
 * Sessions: the exchanges of one caller with one connection that belong together. A session is
 * bound to its caller and its connection; anyone else's is as if it did not exist.
 */
@NullMarked
package org.portcullis.session;

import org.jspecify.annotations.NullMarked;
