package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.command.Command;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.TestGate;

class RestRequestTest {

  private static final String RUNS =
      "{\"goal\":\"x\",\"steps\":[{\"action\":\"find\",\"action_input\":{\"q\":1}},"
          + "{\"action\":\"drop\",\"action_input\":\"all\"},{\"action\":\"find\"}]}";

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
  void anOperationIsACommandWithItsPathQueryAndBody() {
    answered();

    client.send("PUT", "/customers/4%202", "b=1&a=x+y&b=%26", "{\"n\":1.10}");

    assertThat(decided.get(0).name().text())
        .isEqualTo("http:PUT:desk.internal:9180/api/customers/{id}");
    assertThat(decided.get(0).arguments())
        .isEqualTo(
            TestGate.json(
                "{\"path\":{\"id\":\"4 2\"},\"query\":{\"b\":[\"1\",\"&\"],\"a\":\"x y\"},"
                    + "\"body\":{\"n\":1.10}}"));
    assertThat(client.target())
        .isEqualTo("http://desk.internal:9180/api/customers/4%202?b=1&b=%26&a=x%20y");
    assertThat(client.gate.lastBody()).isEqualTo("{\"n\":1.10}");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/, h/customers/{id}",
    "http://h:80, h/customers/{id}",
    "https://H:443/x//, h/x/customers/{id}",
    "https://h:80, h:80/customers/{id}"
  })
  void theCommandNamesTheHostAndAnUnusualPort(String url, String named) {
    RestClient other = new RestClient(url);
    other.gate.dissection =
        command -> {
          decided.add(command);
          return command;
        };
    other.gate.answer(CannedAnswer.json("{}"));

    other.get("/customers/1", "");

    assertThat(decided.get(0).name().text()).isEqualTo("http:GET:" + named);
  }

  @Test
  void theRootIsAnOperationToo() {
    answered();

    assertThat(client.get("", "").status()).isEqualTo(200);
    assertThat(client.target()).isEqualTo("http://desk.internal:9180/api/");
  }

  @ParameterizedTest
  @DisplayName("1.01 and 1.02 what no operation declares is refused")
  @CsvSource({
    "GET, /other",
    "GET, /customers",
    "GET, /customers/1/2",
    "POST, /customers/1",
    "GET, /Customers/1",
    "GET, /runs",
    "PATCH, /customers/1"
  })
  void refusesWhatIsNotDeclared(String verb, String path) {
    assertThat(client.send(verb, path, "", "").status()).isEqualTo(404);
    assertThat(client.gate.sent).isEmpty();
    assertThat(client.gate.events).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers/..",
        "/customers/.",
        "/customers/%2e%2e",
        "/customers/a%2fb",
        "/customers/a%5Cb",
        "/customers/a\\b",
        "/customers//1",
        "/customers/1/",
        "//customers/1",
        "/customers/%00",
        "/customers/a%0d%0ab",
        "/customers/%",
        "/customers/%zz",
        "/customers/%c0%af",
        "/customers/1;v=2",
        "/customers/1%3bv=2",
        "/customers/%252e%252e",
        "/customers/%e2%80%ae",
        "customers/1"
      })
  void refusesAmbiguousPaths(String path) {
    assertThat(client.get(path, "").status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1&A=2",
        "a=%zz",
        "a=%00",
        "a%00=1",
        "=1",
        "&",
        "_method=DELETE",
        "_METHOD=x",
        "a%0a=1",
        "a=%c0%af"
      })
  void refusesAmbiguousQueries(String query) {
    assertThat(client.get("/customers/1", query).status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"})
  void otherMethodsRunNothing(String verb) {
    Answer answer = client.send(verb, "/customers/1", "", "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().only("allow")).contains("DELETE, GET, PATCH, POST, PUT");
    assertThat(client.gate.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data;boundary=x",
        "application/json;charset=utf-16",
        "text/plain;a=\"application/json\""
      })
  void refusesBodiesThatAreNotJson(String type) {
    assertThat(client.set("content-type", type).post("/runs", RUNS).status()).isEqualTo(415);
  }

  @Test
  void refusesEncodedBodiesAndBodiesOfGets() {
    assertThat(client.send("GET", "/customers/1", "", "{}").status()).isEqualTo(400);
    assertThat(client.set("content-encoding", "br").post("/runs", RUNS).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":1,\"a\":2}", "{\"steps\":[],\"Steps\":[]}", "\uFEFF{}"})
  void refusesBodiesThatAreAmbiguous(String body) {
    assertThat(client.post("/runs", body).status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
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
  void aCallerWithoutAnyRightIsToldSo() {
    client.gate.policy.standing = Effect.BLOCK;

    Answer answer = client.get("/customers/1", "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(TestGate.json(TestGate.text(answer)).get("commands")).isEmpty();
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

  @Test
  void anApprovedOperationGoesWhereItWasApprovedFor() {
    String name = "http:DELETE:desk.internal:9180/api/customers/{id}";
    client.gate.policy.rule("ask", Effect.APPROVE, name);
    client.gate.standings.put(
        name,
        new Standing.Granted(
            "A-1", "G-1", TestGate.json("{\"path\":{\"id\":\"7\"},\"query\":{\"q\":\"a\"}}")));
    answered();

    client.send("DELETE", "/customers/7", "q=a", "");

    assertThat(client.target()).isEqualTo("http://desk.internal:9180/api/customers/7?q=a");
  }

  @Test
  void onlyAcceptAndContentTypeGoUpstream() {
    answered();

    client
        .set("cookie", "a")
        .set("x-http-method-override", "DELETE")
        .set("range", "bytes=0-1")
        .post("/runs", RUNS);

    assertThat(client.gate.sent.get(0).headers().toString()).isEqualTo("[accept, content-type]");
  }

  @Test
  void aFailureIsAProblem() {
    client.gate.fail(Failure.UPSTREAM_TIMEOUT);
    Answer timeout = client.get("/customers/1", "");
    client.gate.recordingFails = true;
    Answer unrecorded = client.get("/customers/1", "");

    assertThat(timeout.status()).isEqualTo(504);
    assertThat(unrecorded.status()).isEqualTo(503);
    assertThat(client.gate.sent).hasSize(1);
  }

  @Test
  void settingsThatCannotBeUsedOpenNothing() {
    client.gate.connect(
        "crm",
        org.portcullis.connection.ProtocolKind.REST,
        "http://desk.internal",
        TestGate.json("{\"operations\":[{\"method\":\"*\",\"path\":\"/**\"}]}"));

    assertThat(client.get("/customers/1", "").status()).isEqualTo(503);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  @DisplayName("1.32 nothing of one request is left in the next")
  void nothingIsLeftOfTheLastRequest() {
    for (int i = 0; i < 3; i++) {
      answered();
      client.send("PUT", "/customers/1", "a=1", "{\"n\":1}");
    }

    assertThat(client.gate.sent.get(2).target()).isEqualTo(client.gate.sent.get(0).target());
    assertThat(client.gate.sent.get(2).body()).isEqualTo(client.gate.sent.get(0).body());
    assertThat(decided.get(2)).isEqualTo(decided.get(0));
  }

  @Test
  void oneCallerContinuesOneSession() {
    answered();
    answered();

    client.get("/customers/1", "");
    client.get("/customers/2", "");

    assertThat(client.gate.sessions.open()).hasSize(1);
  }
}
