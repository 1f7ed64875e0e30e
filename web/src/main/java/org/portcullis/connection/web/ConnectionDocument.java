package org.portcullis.connection.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.api.web.Document;
import org.portcullis.api.web.Fault;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.dissection.ArgumentSettings;
import org.portcullis.json.StrictJson;
import org.portcullis.protocol.rest.RestSettings;

/** Connections as JSON documents. */
final class ConnectionDocument {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_LABELS = 50;
  private static final int MAX_LABEL = 200;

  private ConnectionDocument() {}

  /** What reading came to. */
  sealed interface Reading {

    /** It is a connection. */
    record Read(Connection connection) implements Reading {}

    /** It is none. */
    record Faulty(List<Fault> faults) implements Reading {}
  }

  /** Reads the document of a connection whose name stands in the address. */
  static Reading read(String name, JsonNode root) {
    Document document = Document.of(root);
    document.only("name", "protocol", "url", "credential", "labels", "settings");
    if (!NAME.matcher(name).matches()) {
      document.fault(
          "name", "not a name (expected: 1 to 64 letters, digits, hyphens, underscores)");
    }
    if (document.has("name") && !document.text("name").equals(name)) {
      document.fault("name", "not the one in the address (expected: that one, or none)");
    }
    Optional<ProtocolKind> protocol = protocol(document);
    Optional<URI> url = UpstreamUrl.read(document);
    Optional<Credential> credential = CredentialDocument.read(document);
    Map<String, String> labels = labels(document);
    ObjectNode settings = document.object("settings");
    protocol.ifPresent(kind -> checkSettings(document, kind, settings));
    if (!document.faults().isEmpty()
        || protocol.isEmpty()
        || url.isEmpty()
        || credential.isEmpty()) {
      return new Reading.Faulty(document.faults());
    }
    return new Reading.Read(
        new Connection(name, protocol.get(), url.get(), credential.get(), labels, settings));
  }

  /** A connection for people to read; of its credential only the type. */
  static ObjectNode write(Connection connection) {
    ObjectNode document = StrictJson.object();
    document.put("name", connection.name());
    document.put("protocol", connection.protocol().label());
    document.put("url", connection.url().toString());
    document.set("credential", CredentialDocument.write(connection.credential()));
    ObjectNode labels = document.putObject("labels");
    connection.labels().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(label -> labels.put(label.getKey(), label.getValue()));
    document.set("settings", connection.settings());
    return document;
  }

  private static Optional<ProtocolKind> protocol(Document document) {
    String name = document.text("protocol");
    Optional<ProtocolKind> kind = ProtocolKind.named(name);
    if (kind.isEmpty() && !name.isEmpty()) {
      document.fault("protocol", "not supported by this version (expected: mcp or rest)");
    }
    return kind;
  }

  /** Settings that no protocol reads would look like protection where there is none. */
  private static void checkSettings(Document document, ProtocolKind kind, ObjectNode settings) {
    ArgumentSettings.faults(settings).forEach(fault -> document.fault("settings", fault));
    if (kind == ProtocolKind.MCP
        && settings.size() > (settings.has(ArgumentSettings.MEMBER) ? 1 : 0)) {
      document.fault("settings", "unknown members (expected: only arguments for MCP)");
    }
    if (kind == ProtocolKind.REST
        && RestSettings.parse(settings) instanceof RestSettings.Parsed.Faulty faulty) {
      faulty.faults().forEach(fault -> document.fault("settings", fault));
    }
  }

  private static Map<String, String> labels(Document document) {
    Map<String, String> labels = document.pairs("labels");
    boolean small =
        labels.size() <= MAX_LABELS
            && labels.entrySet().stream()
                .allMatch(
                    label ->
                        label.getKey().length() <= MAX_LABEL
                            && label.getValue().length() <= MAX_LABEL);
    if (!small) {
      document.fault(
          "labels",
          "too large (expected: at most " + MAX_LABELS + " pairs of " + MAX_LABEL + " characters)");
    }
    return labels;
  }
}
