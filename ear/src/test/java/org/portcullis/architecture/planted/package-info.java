/** Classes that break the rules on purpose, one for each, so that no rule is silent. */
@NullMarked
package org.portcullis.architecture.planted;

import org.jspecify.annotations.NullMarked;
