/** One decision with every rule that spoke, or might have. */
@NullMarked
package org.portcullis.tools.explain;

import org.jspecify.annotations.NullMarked;
