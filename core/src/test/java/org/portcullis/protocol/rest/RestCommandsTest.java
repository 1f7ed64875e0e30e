package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.command.Command;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.TestGate;

class RestCommandsTest {

  private static final String RUNS =
      "{\"goal\":\"x\",\"steps\":[{\"action\":\"find\",\"action_input\":{\"q\":1}},"
          + "{\"action\":\"drop\",\"action_input\":\"all\"},{\"action\":\"find\"}]}";

  private static final String ONE =
      "{\"goal\":\"x\",\"steps\":[{\"action\":\"drop\",\"action_input\":1}]}";

  private final RestClient client = new RestClient();

  private final List<Command> decided = new ArrayList<>();

  @BeforeEach
  void watch() {
    client.gate.dissection =
        command -> {
          decided.add(command);
          return command;
        };
  }

  private void answered() {
    client.gate.answer(CannedAnswer.json("{}"));
  }

  @Test
  void eachElementIsACommand() {
    answered();

    client.set("content-type", "application/vnd.x+json").post("/runs", RUNS);

    assertThat(decided)
        .extracting(each -> each.name().text())
        .containsExactly("tool:find", "tool:drop", "tool:find");
    assertThat(decided)
        .extracting(Command::pointer)
        .containsExactly("/steps/0", "/steps/1", "/steps/2");
    assertThat(decided.get(1).arguments()).isEqualTo(TestGate.json("\"all\""));
    assertThat(decided.get(2).arguments()).isEqualTo(TestGate.json("{}"));
    assertThat(client.gate.lastBody()).isEqualTo(RUNS);
  }

  @Test
  void theBodyItselfCanBeTheCommand() {
    answered();

    client.post("/run", "{\"tool\":{\"name\":\"find\",\"input\":{\"q\":1}},\"note\":\"x\"}");

    assertThat(decided).extracting(each -> each.name().text()).containsExactly("tool:find");
    assertThat(decided.get(0).pointer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"steps\":{}}",
        "{\"steps\":[]}",
        "{\"steps\":null}",
        "[]",
        "{\"steps\":[7]}",
        "{\"steps\":[{\"action_input\":{}}]}",
        "{\"steps\":[{\"action\":7}]}",
        "{\"steps\":[{\"Action\":\"x\"}]}",
        "{\"steps\":[{\"action\":\"x\\n\"}]}",
        "{\"steps\":[{\"action\":\"find\"},{\"action\":\"\"}]}",
        "{\"steps\":[{\"action\":\" x\"}]}"
      })
  void refusesBodiesWhoseCommandsCannotBeNamed(String body) {
    assertThat(client.post("/runs", body).status()).isEqualTo(422);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void refusesAnOperationWithoutItsBody() {
    assertThat(client.post("/runs", "").status()).isEqualTo(422);
  }

  @Test
  void namesEachRefusedCommand() {
    client.gate.policy.rule("no-find", Effect.BLOCK, "tool:find");

    Answer answer = client.post("/runs", RUNS);

    JsonNode problem = TestGate.json(TestGate.text(answer));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().only("content-type")).contains("application/problem+json");
    assertThat(problem.get("commands"))
        .isEqualTo(
            TestGate.json(
                "[{\"pointer\":\"/steps/0\",\"command\":\"tool:find\",\"decision\":\"block\","
                    + "\"rules\":[\"no-find\"]},{\"pointer\":\"/steps/2\",\"command\":\"tool:find\","
                    + "\"decision\":\"block\",\"rules\":[\"no-find\"]}]"));
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aCallThatWaitsIsAccepted() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");

    Answer answer = client.post("/runs", RUNS);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers().only("location")).contains("https://gate.example/A-77");
    assertThat(TestGate.json(TestGate.text(answer)).get("approvals"))
        .isEqualTo(
            TestGate.json(
                "[{\"pointer\":\"/steps/1\",\"command\":\"tool:drop\",\"id\":\"A-77\",\"url\":"
                    + "\"https://gate.example/A-77\",\"state\":\"pending\",\"expiresAt\":"
                    + "\"2026-01-02T03:19:05Z\"}]"));
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aDeniedCallIsForbidden() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");
    client.gate.standings.put("tool:drop", new Standing.Denied("A-77", "never"));

    Answer answer = client.post("/runs", RUNS);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(TestGate.text(answer)).contains("Approval A-77 was denied: never.");
  }

  @Test
  void whatRunsIsWhatWasApproved() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");
    client.gate.standings.put(
        "tool:drop", new Standing.Granted("A-1", "G-1", TestGate.json("\"stored\"")));
    answered();

    client.post("/runs", RUNS);

    assertThat(client.gate.lastBody()).isEqualTo(RUNS.replace("\"all\"", "\"stored\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST|/runs|db=test|{\"goal\":\"y\",\"steps\":[{\"action\":\"drop\",\"action_input\":1}]}",
        "POST|/runs|db=prod|{\"goal\":\"x\",\"steps\":[{\"action\":\"drop\",\"action_input\":1}]}",
        "POST|/runs|db=test|{\"goal\":\"x\",\"steps\":[{\"action\":\"drop\",\"action_input\":1,\"as\":\"root\"}]}",
        "POST|/runs|db=test|{\"steps\":[{\"action\":\"drop\",\"action_input\":1}]}"
      })
  void anApprovalCoversWhatIsSentAlong(String verb, String path, String query, String other) {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");

    client.send(verb, path, "db=test", ONE);
    client.send(verb, path, query, other);

    assertThat(client.gate.asked).extracting(ApprovableCall::digest).doesNotHaveDuplicates();
    assertThat(client.gate.asked.get(0).shown().get("with"))
        .isEqualTo(
            TestGate.json(
                "{\"url\":\"http://desk.internal:9180/api/runs?db=test\",\"element\":"
                    + "{\"action\":\"drop\"},\"body\":{\"goal\":\"x\"},\"method\":\"POST\"}"));
  }

  @Test
  void anApprovalDoesNotCoverTheOtherCommands() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");

    client.post("/runs", ONE);
    client.post("/runs", ONE.replace("[", "[{\"action\":\"find\"},"));

    assertThat(client.gate.asked.stream().map(ApprovableCall::digest).distinct()).hasSize(1);
  }

  @Test
  void whatIsSentAlongCostsNothingForEachOfManyCommands() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");
    String step = "{\"action\":\"drop\",\"action_input\":1}";
    String body = "{\"goal\":\"" + "x".repeat(1_000_000) + "\",\"steps\":[%s]}";

    client.post("/runs", body.formatted((step + ",").repeat(999) + step));
    client.post("/runs", body.replace("x\"", "y\"").formatted(step));

    assertThat(client.gate.asked).hasSize(1001);
    assertThat(client.gate.asked.get(0).shown().at("/with/body/bytes").intValue())
        .isEqualTo(1_000_011);
    assertThat(client.gate.asked.stream().map(ApprovableCall::digest).distinct()).hasSize(2);
  }

  @Test
  void whoIsAskedSeesMoreThanTheRecordKeeps() {
    client.gate.policy.rule("ask", Effect.APPROVE, "tool:drop");
    String body = "{\"steps\":[{\"action\":\"drop\",\"action_input\":\"%s\"}]}";

    client.post("/runs", body.formatted(" ".repeat(20_000) + "everything"));
    client.post("/runs", body.formatted(" ".repeat(80_000) + "everything"));

    assertThat(client.gate.asked.get(0).shown().get("arguments").textValue())
        .endsWith("everything");
    assertThat(client.gate.asked.get(1).shown().has("argumentsBeginning")).isTrue();
  }
}
