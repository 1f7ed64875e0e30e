package org.portcullis.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.desk.Desk;
import org.portcullis.demo.desk.DeskSettings;

/** The client against a real desk, without a gate between. */
final class McpToolsTest {
  private static final String TOKEN = "a-token-for-" + "this-test";
  private static final Desk DESK = Desk.start(DeskSettings.of(0, TOKEN));
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:" + DESK.port() + "/mcp");

  @AfterAll
  static void stop() {
    DESK.close();
  }

  @Test
  void listsAndUsesTools() {
    try (McpTools unit = McpTools.connect(ENDPOINT, () -> TOKEN)) {
      assertThat(unit.names())
          .containsExactlyInAnyOrder(
              "find_customers", "run_sql", "refund", "send_mail", "export_report");

      Observation found = unit.use(new Action("find_customers", Map.of("query", "lopez")));
      assertThat(found.failed()).isFalse();
      assertThat(found.text()).contains("Ana Lopez");
      assertThat(found.structured()).isInstanceOf(Map.class);
    }
  }

  @Test
  void observesAFailureOfTheTool() {
    try (McpTools unit = McpTools.connect(ENDPOINT, () -> TOKEN)) {
      Observation refused = unit.use(new Action("run_sql", Map.of("sql", "SELEC")));
      assertThat(refused.failed()).isTrue();
      assertThat(refused.text()).contains("SQL error");
    }
  }

  @Test
  void observesAnUnknownTool() {
    try (McpTools unit = McpTools.connect(ENDPOINT, () -> TOKEN)) {
      assertThat(unit.use(new Action("fly", Map.of())).failed()).isTrue();
    }
  }

  @Test
  void saysThatATokenIsRefused() {
    assertThatExceptionOfType(ToolsUnreachable.class)
        .isThrownBy(() -> McpTools.connect(ENDPOINT, () -> "wrong"))
        .withMessageContaining(ENDPOINT.toString());
  }
}
