package org.portcullis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.e2e.Memory.Grant;
import org.portcullis.e2e.Memory.Line;

/**
 * What the tour of {@code ./portcullis demo} leaves behind: its five outcomes, each of them told
 * twice, over the API of the running gate and by the tables of its database after the gate ended.
 */
class TourE2E {

  private static final String SUMMING_UP = "SELECT city, COUNT(*) AS n FROM customers";

  private static Memory told;
  private static Memory stored;
  private static List<Memory.Execution> executions;
  private static JsonNode session;

  @BeforeAll
  static void takeTheTour() {
    try (GateUnderTest gate = GateUnderTest.start("tour")) {
      assertThat(gate.portcullis("demo"))
          .contains("All as told: allowed, masked, blocked, approved once, expired.");
      Http auditor = Http.as(gate, "auditor");
      told = Memory.overTheApi(auditor);
      session = auditor.get("/api/v1/sessions?connection=desk").json().at("/items/0");
      gate.portcullis("stop");
      try (GateDatabase database = GateDatabase.of(gate)) {
        stored = Memory.inTheDatabase(database);
        executions = Memory.executions(database);
      }
    }
  }

  static List<Memory> memories() {
    return List.of(told, stored);
  }

  @Test
  void theApiTellsWhatTheDatabaseHolds() {
    // The gate may still have had something to write when it was asked.
    assertThat(stored.lines()).startsWith(told.lines().toArray(Line[]::new));
    assertThat(stored.requests()).isNotEmpty().isEqualTo(told.requests());
    assertThat(stored.grants()).isNotEmpty().isEqualTo(told.grants());
    assertThat(session.get("masked").asInt()).isOne();
    assertThat(session.get("blocked").asInt()).isOne();
    assertThat(session.get("asked").asInt()).isEqualTo(5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("memories")
  void allowed(Memory memory) {
    Line decided = memory.decisionAbout("/arguments/sql", SUMMING_UP);
    assertThat(decided.decision()).isEqualTo("allow");
    assertThat(decided.command("/inner/0/command")).isEqualTo("sql:select:customers");
    assertThat(decided.command("/rules/0")).isEqualTo("read-sql");
    Line answered = memory.outcomeOf(decided);
    assertThat(answered.detail("/outcome")).isEqualTo("succeeded");
    assertThat(answered.decision()).isEmpty();
    assertThat(answered.detail("/observation")).contains("Toledo");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("memories")
  void masked(Memory memory) {
    Line decided = memory.decisionAbout("/arguments/query", "Lopez");
    Line answered = memory.outcomeOf(decided);
    assertThat(answered.decision()).isEqualTo("mask");
    assertThat(answered.detail().get("masked"))
        .extracting(hit -> hit.get("entry").asText() + " " + hit.get("type").asText())
        .containsExactly("customer-data EMAIL", "customer-data FIELD");
    assertThat(answered.detail("/observation"))
        .contains("Ana Lopez", "[EMAIL]", "[MASKED]")
        .doesNotContain("@");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("memories")
  void blocked(Memory memory) {
    Line decided = memory.decisionAbout("/arguments/sql", "DROP TABLE customers");
    assertThat(decided.decision()).isEqualTo("block");
    assertThat(decided.command("/inner/0/command")).isEqualTo("sql:drop:customers");
    assertThat(decided.command("/inner/0/rules/0")).isEqualTo("never-drop");
    assertThat(memory.outcomesOf(decided)).as("nothing was sent, so nothing came back").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("memories")
  void approvedOnce(Memory memory) {
    List<Line> decided = memory.decisionsAbout("/arguments/amount", "120.0");
    assertThat(decided).hasSize(3).extracting(Line::decision).containsOnly("approve");
    String first = decided.get(0).detail("/approvals/0");
    String second = decided.get(2).detail("/approvals/0");
    assertThat(decided.get(1).detail("/approvals/0")).isEqualTo(first).isNotEqualTo(second);
    assertThat(decided)
        .extracting(line -> memory.outcomesOf(line).size())
        .as("asked, run, asked anew")
        .containsExactly(0, 1, 0);

    assertThat(memory.request(first).state()).isEqualTo("approved");
    assertThat(memory.request(second).state()).isEqualTo("pending");
    assertThat(memory.request(second).digest()).isEqualTo(memory.request(first).digest());
    Grant grant = memory.grantOf(first);
    assertThat(grant.state()).isEqualTo("consumed");
    Line consumed = memory.only("consumed");
    assertThat(consumed.exchange()).isEqualTo(decided.get(1).exchange());
    assertThat(consumed.detail("/grant")).isEqualTo(grant.id());
  }

  @Test
  void whatWasApprovedWasExecutedOnceAndNothingElse() {
    Line consumed = stored.only("consumed");
    assertThat(executions)
        .containsExactly(
            new Memory.Execution(
                consumed.detail("/execution"),
                consumed.detail("/grant"),
                1,
                consumed.exchange(),
                "succeeded"));
  }

  /**
   * The name WAKE_UP is written on the message-driven bean's way alone; the sweep signs with its
   * own, and it looks only at what has been over for fifteen seconds, while this grant was over for
   * less when its end was written.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("memories")
  void expiredByTheMessage(Memory memory) {
    List<Line> decided = memory.decisionsAbout("/arguments/amount", "1500.0");
    assertThat(decided).hasSize(2);
    assertThat(decided).allSatisfy(line -> assertThat(memory.outcomesOf(line)).isEmpty());
    String first = decided.get(0).detail("/approvals/0");
    assertThat(decided.get(1).detail("/approvals/0")).isNotEqualTo(first);

    Grant grant = memory.grantOf(first);
    assertThat(grant.state()).isEqualTo("expired");
    assertThat(grant.finalizedBy()).isEqualTo("WAKE_UP");
    Line expired = memory.only("expired");
    assertThat(expired.actor()).isEqualTo("gate");
    assertThat(expired.detail("/grant")).isEqualTo(grant.id());
    assertThat(expired.detail("/finalizedBy")).isEqualTo("WAKE_UP");
    assertThat(expired.at())
        .isAfterOrEqualTo(grant.expiresAt())
        .isBefore(grant.expiresAt().plusSeconds(15));
  }
}
