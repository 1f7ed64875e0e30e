/**
 * A small load generator, so that {@code bench/run} needs nothing that is not in this build. It
 * speaks just enough HTTP/1.1 to cost less than what it measures.
 */
@NullMarked
package org.portcullis.bench.load;

import org.jspecify.annotations.NullMarked;
