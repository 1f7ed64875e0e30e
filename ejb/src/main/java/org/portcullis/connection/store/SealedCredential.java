package org.portcullis.connection.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.portcullis.connection.Credential;
import org.portcullis.connection.Secret;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.storage.store.SecretBox;
import org.portcullis.storage.store.Texts;

/** Turns a credential into what may stand in the database, and back. */
final class SealedCredential {

  private final SecretBox box;

  SealedCredential(SecretBox box) {
    this.box = box;
  }

  byte[] seal(Credential credential, String connection) {
    return box.seal(Texts.bytes(write(credential)), place(connection));
  }

  Credential open(byte[] sealed, String connection) {
    return read(Texts.object(box.open(sealed, place(connection))));
  }

  private static String place(String connection) {
    return "gate_connection/" + connection;
  }

  private static ObjectNode write(Credential credential) {
    ObjectNode object = StrictJson.object();
    if (credential instanceof Credential.Bearer bearer) {
      object.put("type", "bearer").put("token", bearer.token().reveal());
    } else if (credential instanceof Credential.Header header) {
      object.put("type", "header").put("name", header.name()).put("value", header.value().reveal());
    } else if (credential instanceof Credential.Basic basic) {
      object.put("type", "basic").put("user", basic.user());
      object.put("password", basic.password().reveal());
    } else {
      object.put("type", "none");
    }
    return object;
  }

  private static Credential read(ObjectNode object) {
    String type = object.path("type").asText();
    return switch (type) {
      case "none" -> new Credential.None();
      case "bearer" -> new Credential.Bearer(secret(object, "token"));
      case "header" -> new Credential.Header(object.path("name").asText(), secret(object, "value"));
      case "basic" ->
          new Credential.Basic(object.path("user").asText(), secret(object, "password"));
      default -> throw new GateUnavailable("a stored credential is of an unknown type: " + type);
    };
  }

  private static Secret secret(ObjectNode object, String name) {
    return new Secret(object.path(name).asText());
  }
}
