/**
 * Model Context Protocol over Streamable HTTP, in its revisions 2025-03-26, 2025-06-18 and
 * 2025-11-25. Read {@link org.portcullis.protocol.mcp.McpProtocol} first: it takes a request apart;
 * the exchanges answer it; the relays bring back what the server says.
 */
@NullMarked
package org.portcullis.protocol.mcp;

import org.jspecify.annotations.NullMarked;
