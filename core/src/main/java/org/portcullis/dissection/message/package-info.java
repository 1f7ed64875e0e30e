/** Reads who a message goes to: lists of mail addresses (RFC 5322, section 3.4) and channels. */
@NullMarked
package org.portcullis.dissection.message;

import org.jspecify.annotations.NullMarked;
