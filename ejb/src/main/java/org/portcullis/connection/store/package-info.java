/** The connections' table; credentials are sealed before they come here. */
@NullMarked
package org.portcullis.connection.store;

import org.jspecify.annotations.NullMarked;
