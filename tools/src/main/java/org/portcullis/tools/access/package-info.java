/** Who may do what: the rules by command, and by caller. */
@NullMarked
package org.portcullis.tools.access;

import org.jspecify.annotations.NullMarked;
