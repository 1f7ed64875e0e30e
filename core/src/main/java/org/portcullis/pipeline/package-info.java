/**
 * The walk of one call, from the request to the answer, in one class that reads from top to bottom.
 */
@NullMarked
package org.portcullis.pipeline;

import org.jspecify.annotations.NullMarked;
