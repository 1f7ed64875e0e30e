/** What two policies decide otherwise, with an example of each kind of call. */
@NullMarked
package org.portcullis.tools.diff;

import org.jspecify.annotations.NullMarked;
