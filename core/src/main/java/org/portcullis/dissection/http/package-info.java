/**
 * Addresses of the web in one spelling, however they were written, and what is remarkable about
 * them. What two readers could take for different addresses is not read.
 */
@NullMarked
package org.portcullis.dissection.http;

import org.jspecify.annotations.NullMarked;
