package org.portcullis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;

class SecretTest {

  private static final String VALUE = "s3" + "cr3t";

  @Test
  @DisplayName("1.28 no text made of a connection holds its credential")
  void showsItselfInNoText() {
    Connection connection =
        new Connection(
            "desk",
            ProtocolKind.MCP,
            URI.create("http://desk.example"),
            new Credential.Basic("user", new Secret(VALUE)),
            Map.of(),
            StrictJson.object());
    assertThat(connection.toString()).contains("[secret]").doesNotContain(VALUE);
    assertThat(new Credential.Bearer(new Secret(VALUE)).toString()).doesNotContain(VALUE);
    assertThat(new Credential.Header("x-key", new Secret(VALUE)).toString()).doesNotContain(VALUE);
  }

  @Test
  void isEqualByItsValueAlone() {
    assertThat(new Secret(VALUE)).isEqualTo(new Secret(VALUE)).hasSameHashCodeAs(new Secret(VALUE));
    assertThat(new Secret(VALUE)).isNotEqualTo(new Secret(VALUE + "x")).isNotEqualTo(VALUE);
  }
}
