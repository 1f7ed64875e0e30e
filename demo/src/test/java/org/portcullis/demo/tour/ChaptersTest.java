package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.agent.McpTools;
import org.portcullis.demo.agent.Narrator;
import org.portcullis.demo.agent.Tools;
import org.portcullis.demo.desk.Desk;
import org.portcullis.demo.desk.DeskSettings;

/** Each chapter against a real desk: told with a gate between, not as told without one. */
final class ChaptersTest {
  private static final String TOKEN = "a-token-for-" + "this-test";

  private final Desk desk = Desk.start(DeskSettings.of(0, TOKEN));
  private final URI address = URI.create("http://127.0.0.1:" + desk.port());
  private final McpTools around = McpTools.connect(address.resolve("/mcp"), () -> TOKEN);
  private final FakeGate gate = new FakeGate(around);
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    around.close();
    desk.close();
  }

  private Stage stage(Tools tools) {
    TourSettings settings =
        new TourSettings(address, address, address, "", "", address, TOKEN, Path.of("demo"));
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return new Stage(tools, gate, new DeskView(settings, new Web()), new Narrator(out), "C1");
  }

  private void isNotAsTold(Chapter chapter, Tools tools, String message) {
    assertThatExceptionOfType(NotAsTold.class)
        .isThrownBy(() -> chapter.play(stage(tools)))
        .withMessageContaining(message);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfAnAllowedCall() {
    new AllowedChapter().play(stage(gate));
    assertThat(told()).contains("Answer", "Toledo");
  }

  @Test
  void tellsOfMaskedData() {
    new MaskedChapter().play(stage(gate));
    assertThat(told()).contains("Ana Lopez", "[SSN]").doesNotContain("078-05-1120");
  }

  @Test
  void noticesDataThatIsNotMasked() {
    isNotAsTold(new MaskedChapter(), around, "should be masked");
  }

  @Test
  void tellsOfABlockedCall() {
    new BlockedChapter().play(stage(gate));
    assertThat(told()).contains("Blocked by policy", "still there");
  }

  @Test
  void noticesACallThatIsNotBlocked() {
    isNotAsTold(new BlockedChapter(), around, "refusal");
  }

  @Test
  void tellsOfACallThatIsApprovedOnce() {
    new ApprovedChapter().play(stage(gate));
    assertThat(told())
        .contains("\"amount\":120.00", "sees tool:refund {\"amount\":120}", "approves A-1", "A-2");
  }

  @Test
  void noticesACallThatNobodyWasAskedAbout() {
    isNotAsTold(new ApprovedChapter(), around, "Approval … is required");
  }

  @Test
  void noticesAnApprovalThatWorksTwice() {
    gate.approvesForEver = true;
    isNotAsTold(new ApprovedChapter(), gate, "Approval … is required");
  }

  @Test
  void tellsOfAnApprovalThatExpired() {
    new ExpiredChapter().play(stage(gate));
    assertThat(told()).contains("expired unused", "the desk paid nothing");
  }

  @Test
  void noticesAnApprovalThatOutlivesItsEnd() {
    gate.ignoresTheEnd = true;
    isNotAsTold(new ExpiredChapter(), gate, "Approval … is required");
  }

  @Test
  void noticesThatTheDelayedMessageDidNotComeThrough() {
    gate.finalizedBy = "SWEEP";
    isNotAsTold(new ExpiredChapter(), gate, "the delayed message closed it");
  }

  @Test
  void staysWithinAHundredColumns() {
    for (Chapter chapter : new Chapter[] {new AllowedChapter(), new ApprovedChapter()}) {
      chapter.play(stage(gate));
    }
    assertThat(told().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }
}
