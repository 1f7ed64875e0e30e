/**
 * Who is calling: the human and the agent, taken from this request's verified token and from
 * nothing else.
 */
@NullMarked
package org.portcullis.identity;

import org.jspecify.annotations.NullMarked;
