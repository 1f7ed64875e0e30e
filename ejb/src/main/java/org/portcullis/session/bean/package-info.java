/** The store of sessions: durable rows, and the open ones in memory for the data path. */
@NullMarked
package org.portcullis.session.bean;

import org.jspecify.annotations.NullMarked;
