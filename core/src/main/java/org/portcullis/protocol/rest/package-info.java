/**
 * Plain HTTP services: each operation is declared in the connection's settings, and what is not
 * declared is refused. Read {@link org.portcullis.protocol.rest.RestProtocol} first.
 */
@NullMarked
package org.portcullis.protocol.rest;

import org.jspecify.annotations.NullMarked;
