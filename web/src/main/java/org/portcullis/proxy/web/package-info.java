/**
 * The data path's own door: takes a request off the wire within its limits, hands it to the walk of
 * a call, and writes the answer, whole or piece by piece. Open streams are watched here: they end
 * with their client, their session and their caller's token.
 */
@NullMarked
package org.portcullis.proxy.web;

import org.jspecify.annotations.NullMarked;
