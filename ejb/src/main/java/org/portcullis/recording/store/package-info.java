/** The audit trail's table: appended to under one lock, read page by page, never changed. */
@NullMarked
package org.portcullis.recording.store;

import org.jspecify.annotations.NullMarked;
