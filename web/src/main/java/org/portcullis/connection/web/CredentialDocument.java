package org.portcullis.connection.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.api.web.Document;
import org.portcullis.connection.Credential;
import org.portcullis.connection.Secret;
import org.portcullis.json.StrictJson;
import org.portcullis.upstream.web.Fields;

/** Credentials as JSON documents: they go in whole and come out as their type. */
final class CredentialDocument {

  private static final String MEMBER = "credential";

  /** Field names (RFC 9110, section 5.1). */
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /** Nothing that could end the field line or begin another. */
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,8192}");

  private CredentialDocument() {}

  /** Reads the member of a connection's document; empty with a fault when it is none. */
  static Optional<Credential> read(Document connection) {
    if (!connection.has(MEMBER)) {
      return Optional.of(new Credential.None());
    }
    Document document = connection.document(MEMBER);
    return switch (document.text("type")) {
      case "none" -> {
        document.only("type");
        yield Optional.of(new Credential.None());
      }
      case "bearer" -> {
        document.only("type", "token");
        yield secret(document, "token").map(Credential.Bearer::new);
      }
      case "header" -> {
        document.only("type", "name", "value");
        yield header(document);
      }
      case "basic" -> {
        document.only("type", "user", "password");
        yield basic(document);
      }
      default -> {
        document.fault("type", "unknown (expected: none, bearer, header or basic)");
        yield Optional.empty();
      }
    };
  }

  /** The type, and what of it is no secret. */
  static ObjectNode write(Credential credential) {
    ObjectNode document = StrictJson.object();
    if (credential instanceof Credential.Bearer) {
      document.put("type", "bearer");
    } else if (credential instanceof Credential.Header header) {
      document.put("type", "header").put("name", header.name());
    } else if (credential instanceof Credential.Basic basic) {
      document.put("type", "basic").put("user", basic.user());
    } else {
      document.put("type", "none");
    }
    return document;
  }

  private static Optional<Credential> header(Document document) {
    String name = document.text("name");
    Optional<Secret> value = secret(document, "value");
    boolean usable =
        FIELD.matcher(name).matches()
            && !Fields.isHopByHop(name)
            && !name.equalsIgnoreCase("host")
            && !name.equalsIgnoreCase("content-type");
    if (!usable) {
      document.fault("name", "not usable (expected: the name of a header of the upstream's own)");
      return Optional.empty();
    }
    return value.map(secret -> new Credential.Header(name, secret));
  }

  private static Optional<Credential> basic(Document document) {
    String user = document.text("user");
    Optional<Secret> password = secret(document, "password");
    if (user.isEmpty() || user.indexOf(':') >= 0 || !VALUE.matcher(user).matches()) {
      document.fault("user", "not usable (expected: visible characters without a colon)");
      return Optional.empty();
    }
    return password.map(secret -> new Credential.Basic(user, secret));
  }

  /** A fault about a secret never quotes it. */
  private static Optional<Secret> secret(Document document, String member) {
    String value = document.text(member);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!VALUE.matcher(value).matches()) {
      document.fault(member, "not usable (expected: 1 to 8192 visible ASCII characters)");
      return Optional.empty();
    }
    return Optional.of(new Secret(value));
  }
}
