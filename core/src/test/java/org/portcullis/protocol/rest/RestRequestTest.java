package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
