package org.portcullis.protocol;

import static java.util.Objects.requireNonNull;

/**
 * A client's request to a connection.
 *
 * @param verb the HTTP method, in upper case
 * @param path the path below {@code /gate/{connection}} as it was sent, not decoded: empty or with
 *     a leading slash
 * @param query the raw query without the question mark; empty when there is none
 * @param headers the field lines, without those that identify the caller
 * @param body the whole body, within the limit; empty when there is none
 */
public record InboundRequest(String verb, String path, String query, Headers headers, byte[] body) {

  public InboundRequest {
    requireNonNull(verb, "verb");
    requireNonNull(path, "path");
    requireNonNull(query, "query");
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }
}
