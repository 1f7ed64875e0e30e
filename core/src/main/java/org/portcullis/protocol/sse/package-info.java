/**
 * Server-sent events (WHATWG HTML, section 9.2): an incremental reader that does not care how the
 * bytes are cut, and a writer with one way of framing.
 */
@NullMarked
package org.portcullis.protocol.sse;

import org.jspecify.annotations.NullMarked;
