/**
 * The audit trail: events, and the port through which they become durable. What an event carries is
 * already masked; nothing here ever sees an unmasked value.
 */
@NullMarked
package org.portcullis.recording;

import org.jspecify.annotations.NullMarked;
