/**
 * Benchmarks of what stands on the data path of every call: strict reading and canonical writing of
 * JSON, the decision, the masking. They are run by hand (see bench/README.md), never by the build.
 */
@NullMarked
package org.portcullis.bench;

import org.jspecify.annotations.NullMarked;
