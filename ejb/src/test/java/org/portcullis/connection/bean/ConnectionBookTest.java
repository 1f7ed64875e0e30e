package org.portcullis.connection.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.Secret;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.storage.store.SecretBox;
import org.portcullis.storage.store.TestDatabase;

class ConnectionBookTest {

  private static final Caller ADMIN =
      new Caller(new CallerId("i", "admin", "c"), "Admin", Set.of(), "", Instant.MAX);

  @TempDir private Path folder;
  private final TestDatabase db = new TestDatabase();
  private ConnectionBook book;

  @BeforeEach
  void open() {
    book = node();
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void findsWhatWasPut() {
    Connection desk = connection("desk", new Credential.Bearer(new Secret("to" + "ken")));

    assertThat(book.put(desk, ADMIN)).isTrue();

    assertThat(book.find("desk")).contains(desk);
    assertThat(book.find("Desk")).isEmpty();
  }

  @Test
  void keepsEveryKindOfCredential() {
    Credential[] credentials = {
      new Credential.None(),
      new Credential.Bearer(new Secret("a")),
      new Credential.Header("X-Key", new Secret("b")),
      new Credential.Basic("user", new Secret("c"))
    };
    for (Credential credential : credentials) {
      book.put(connection("desk", credential), ADMIN);

      assertThat(node().find("desk").orElseThrow().credential()).isEqualTo(credential);
    }
  }

  @Test
  void replacesAndRemoves() {
    book.put(connection("desk", new Credential.None()), ADMIN);

    assertThat(book.put(connection("desk", new Credential.None()), ADMIN)).isFalse();
    assertThat(book.remove("desk", ADMIN)).isTrue();
    assertThat(book.remove("desk", ADMIN)).isFalse();
    assertThat(book.all()).isEmpty();
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE kind = 'CONNECTION_CHANGED'"))
        .isEqualTo(3);
  }

  @Test
  void storesNoCredentialInTheClearAndRecordsNone() {
    book.put(connection("desk", new Credential.Bearer(new Secret("hidden" + "Value"))), ADMIN);

    assertThat(text("SELECT credential FROM gate_connection")).doesNotContain("hidden" + "Value");
    assertThat(text("SELECT detail FROM event")).doesNotContain("hidden" + "Value");
  }

  @Test
  void followsAnotherNode() {
    ConnectionBook other = node();
    book.put(connection("desk", new Credential.None()), ADMIN);
    book.put(connection("files", new Credential.None()), ADMIN);
    assertThat(other.all()).isEmpty();

    other.follow();
    assertThat(other.all()).extracting(Connection::name).containsExactly("desk", "files");

    book.remove("files", ADMIN);
    other.follow();
    assertThat(other.all()).extracting(Connection::name).containsExactly("desk");
  }

  private String text(String sql) {
    return new String(db.bytes(sql), StandardCharsets.ISO_8859_1);
  }

  private ConnectionBook node() {
    ConnectionBook node =
        new ConnectionBook(
            db.database(),
            SecretBox.withKeysIn(folder.resolve("secret.key")),
            InstantSource.system());
    node.follow();
    return node;
  }

  private static Connection connection(String name, Credential credential) {
    return new Connection(
        name,
        ProtocolKind.MCP,
        URI.create("https://example.com/mcp"),
        credential,
        Map.of("team", "desk"),
        StrictJson.object().put("commands", "/steps"));
  }
}
