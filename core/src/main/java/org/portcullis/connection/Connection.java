package org.portcullis.connection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/**
 * A registered upstream.
 *
 * @param name 1 to 64 letters, digits, hyphens or underscores; part of the data path's address
 * @param protocol what it speaks
 * @param url where it is; absolute, http or https, without user information, query or fragment
 * @param credential what the gate shows it
 * @param labels free pairs for rules and reports
 * @param settings what the protocol needs to know, an object; shared, never changed
 */
public record Connection(
    String name,
    ProtocolKind protocol,
    URI url,
    Credential credential,
    Map<String, String> labels,
    JsonNode settings) {

  public Connection {
    requireNonNull(name, "name");
    requireNonNull(protocol, "protocol");
    requireNonNull(url, "url");
    requireNonNull(credential, "credential");
    requireNonNull(settings, "settings");
    labels = Map.copyOf(labels);
  }
}
