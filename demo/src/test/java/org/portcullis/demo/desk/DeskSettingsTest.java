package org.portcullis.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeskSettingsTest {
  private static final String TOKEN = "a-token-for-" + "this-test";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DESK_PORT", "9280", "DESK_TOKEN", TOKEN);

  @Test
  void readsTheEnvironment() {
    DeskSettings settings = DeskSettings.from(new String[0], ENVIRONMENT);
    assertThat(settings.port()).isEqualTo(9280);
    assertThat(settings.token()).isEqualTo(TOKEN);
  }

  @Test
  void prefersThePortOfTheCommandLine() {
    assertThat(DeskSettings.from(new String[] {"9380"}, ENVIRONMENT).port()).isEqualTo(9380);
  }

  @Test
  void startsWithoutATokenNever() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeskSettings.from(new String[0], Map.of()))
        .withMessageContaining("DESK_TOKEN");
    assertThatIllegalArgumentException().isThrownBy(() -> DeskSettings.of(0, "short"));
  }

  @Test
  void namesAWrongPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeskSettings.from(new String[] {"http"}, ENVIRONMENT))
        .withMessage("port: http (expected: a number)");
    assertThatIllegalArgumentException().isThrownBy(() -> DeskSettings.of(70_000, TOKEN));
  }

  @Test
  void keepsTheTokenOutOfItsText() {
    assertThat(DeskSettings.of(0, TOKEN).toString()).doesNotContain(TOKEN);
  }
}
