package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TourSettingsTest {
  private static final String SECRET = "not-for-" + "the-screen";

  @Test
  void derivesEverythingFromThePorts() {
    TourSettings settings =
        TourSettings.from(
            Map.of(
                "PORTCULLIS_HTTP_PORT", "9180",
                "PORTCULLIS_HTTPS_PORT", "9543",
                "DESK_PORT", "9280",
                "DESK_TOKEN", SECRET,
                "TOKEN_CLIENT_SECRET", SECRET));
    assertThat(settings.endpoint()).isEqualTo(URI.create("http://localhost:9180/gate/desk"));
    assertThat(settings.console()).isEqualTo(URI.create("https://localhost:9543/console/"));
    assertThat(settings.tokens())
        .isEqualTo(URI.create("https://localhost:9543/oidc/endpoint/demo/token"));
    assertThat(settings.desk()).isEqualTo(URI.create("http://127.0.0.1:9280"));
  }

  @Test
  void readsSecretsWhereTheGateKeepsThem(@TempDir Path data) throws IOException {
    Path variables = Files.createDirectory(data.resolve("variables"));
    Files.writeString(variables.resolve("demo.agent.secret"), SECRET + "\n");
    TourSettings settings =
        TourSettings.from(Map.of("PORTCULLIS_DATA", data.toString(), "DESK_TOKEN", "t"));
    assertThat(settings.clientSecret()).isEqualTo(SECRET);
  }

  @Test
  void namesTheSecretThatIsMissing(@TempDir Path data) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TourSettings.from(Map.of()))
        .withMessageContaining("TOKEN_CLIENT_SECRET");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TourSettings.from(Map.of("PORTCULLIS_DATA", data.toString())))
        .withMessageContaining("demo.agent.secret");
  }

  @Test
  void keepsSecretsOutOfItsText() {
    assertThat(
            TourSettings.from(Map.of("DESK_TOKEN", SECRET, "TOKEN_CLIENT_SECRET", SECRET))
                .toString())
        .doesNotContain(SECRET);
  }
}
