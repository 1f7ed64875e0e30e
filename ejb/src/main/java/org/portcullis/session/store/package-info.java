/** The sessions' table, and how many exchanges of each kind the trail knows of a session. */
@NullMarked
package org.portcullis.session.store;

import org.jspecify.annotations.NullMarked;
