package org.portcullis.protocol;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * What goes upstream: written anew from what was decided, never the bytes that came in. The
 * credential is added where it is sent.
 *
 * @param verb the HTTP method
 * @param target where to
 * @param headers only what the protocol needs
 * @param body the whole body; empty when there is none
 * @param streaming whether the answer may go on without an end, so that only its beginning is
 *     bounded in time
 */
public record OutboundRequest(
    String verb, URI target, Headers headers, byte[] body, boolean streaming) {

  public OutboundRequest {
    requireNonNull(verb, "verb");
    requireNonNull(target, "target");
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }
}
