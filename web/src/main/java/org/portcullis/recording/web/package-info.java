/** The audit trail in the admin API, and the record of requests that came without a token. */
@NullMarked
package org.portcullis.recording.web;

import org.jspecify.annotations.NullMarked;
