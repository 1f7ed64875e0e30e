package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;

/** Plain HTTP services: what is not declared is not there, and a body runs whole or not at all. */
class RestE2E {

  private static final FaultsGate GATE = FaultsGate.shared();

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /items",
    "GET, /",
    "GET, ''",
    "GET, /items/1/2",
    "GET, /Items/1",
    "GET, /runs",
    "DELETE, /items/1",
    "PUT, /items/1",
    "PATCH, /items",
    "GET, /admin"
  })
  void refusesWhatIsNotDeclared(String verb, String path) {
    Http.Reply reply = GATE.caller().send(verb, "/gate/runs" + path + "?m=" + marker, new byte[0]);
    assertRefused(reply, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PROPFIND"})
  void runsNothingForOtherVerbs(String verb) {
    Http.Reply reply = GATE.caller().send(verb, "/gate/runs/items/" + marker, new byte[0]);
    assertThat(reply.status()).isIn(204, 400, 404, 405, 501);
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/items/..",
        "/items/../items/MARKER",
        "/items/%2e%2e",
        "/items/MARKER%2f..%2f..%2fadmin",
        "/items/%2fMARKER",
        "/items//MARKER",
        "//items/MARKER",
        "/items/MARKER/",
        "/items/MARKER;x=1",
        "/items/MARKER%3bx",
        "/items/MARKER%5c..",
        "/items/MARKER%00",
        "/items/MARKER%0d%0aX-Evil:1",
        "/items/%252e%252e%252fMARKER",
        "/items/MARKER%",
        "/items/MARKER%zz",
        "/items/%c0%af%c0%afMARKER",
        "/items/MARKER%e2%80%8b"
      })
  void refusesPathsThatReadInTwoWays(String path) {
    String response =
        Wire.get(GATE.http(), "/gate/runs" + path.replace("MARKER", marker), token("alice"));
    assertThat(response).matches("(?s)HTTP/1.1 (400|404) .*");
    assertThat(GATE.runs().received(marker)).isEmpty();
    assertThat(GATE.trail().events("decided")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1&A=2", "_method=DELETE", "%_=1", "a=%", "=1", "a=%00", "a=%ff", "&", "x%0a=1"})
  void refusesQueriesThatReadInTwoWays(String query) {
    String response =
        Wire.get(GATE.http(), "/gate/runs/items/" + marker + "?" + query, token("alice"));
    assertThat(response).startsWith("HTTP/1.1 400 ");
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void writesPathAndQueryAnew() {
    Http.Reply reply = GATE.caller().get("/gate/runs/items/a%20" + marker + "?b=x+y&b=2&c");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(GATE.runs().received(marker).get(0).target())
        .isEqualTo("/items/a%20" + marker + "?b=x%20y&b=2&c=");
  }

  @Test
  void refusesABodyWhereThereIsNone() {
    Http.Reply reply =
        GATE.caller()
            .with("Content-Type", "application/json")
            .send("GET", "/gate/runs/items/" + marker, "{}".getBytes(UTF_8));
    assertRefused(reply, 400);
  }

  @Test
  void namesEachRefusedCommandOfABody() {
    Http.Reply reply = run(step("echo"), step("wipe"), step("unheard-of"), step("echo"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    JsonNode commands = reply.json().get("commands");
    assertThat(commands.findValuesAsText("pointer")).containsExactly("/steps/1", "/steps/2");
    assertThat(commands.findValuesAsText("command"))
        .containsExactly("tool:wipe", "tool:unheard-of");
    assertThat(commands.at("/0/rules").toString()).isEqualTo("[\"no-wiping\"]");
    assertThat(GATE.runs().received(marker)).isEmpty();
    JsonNode event = GATE.trail().expect("decided");
    assertThat(event.get("decision").asText()).isEqualTo("block");
    assertThat(event.at("/detail/commands").findValuesAsText("decision"))
        .containsExactly("allow", "block", "block", "allow");
    assertThat(event.get("exchange").asText()).isEqualTo(reply.json().get("reference").asText());
  }

  @Test
  void blockingIsStricterThanAsking() {
    Http.Reply reply = run(step("pay"), step("wipe"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(GATE.trail().events("asked")).isEmpty();
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  @Test
  void runsABodyWhoseCommandsAreAllAllowed() {
    assertThat(run(step("echo"), step("echo")).status()).isEqualTo(200);
    assertThat(GATE.runs().received(marker)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"m\":\"%s\"}",
        "{\"steps\":[],\"m\":\"%s\"}",
        "{\"steps\":{\"action\":\"echo\",\"m\":\"%s\"}}",
        "{\"Steps\":[{\"action\":\"echo\",\"m\":\"%s\"}]}",
        "{\"steps\":[\"%s\"]}",
        "{\"steps\":[null,{\"m\":\"%s\"}]}",
        "{\"steps\":[{\"Action\":\"echo\",\"m\":\"%s\"}]}",
        "{\"steps\":[{\"action\":7,\"m\":\"%s\"}]}",
        "{\"steps\":[{\"action\":\"echo\\u0000\",\"m\":\"%s\"}]}",
        "{\"steps\":[{\"action\":\"\",\"m\":\"%s\"}]}",
        "{\"steps\":[{\"action\":\"echo\"},{\"m\":\"%s\"}]}",
        "[{\"action\":\"echo\",\"m\":\"%s\"}]"
      })
  void refusesABodyWhoseCommandsCannotBeFound(String body) {
    Http.Reply reply = GATE.caller().post("/gate/runs/runs", body.formatted(marker));
    assertRefused(reply, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"steps\":[{\"action\":\"wipe\",\"action\":\"echo\",\"m\":\"%s\"}]}",
        "{\"steps\":[{\"Action\":\"wipe\",\"action\":\"echo\",\"m\":\"%s\"}]}",
        "{\"steps\":[{\"action\":\"echo\"}],\"STEPS\":[{\"action\":\"wipe\",\"m\":\"%s\"}]}"
      })
  void refusesABodyThatTwoReadersTakeDifferently(String body) {
    assertRefused(GATE.caller().post("/gate/runs/runs", body.formatted(marker)), 400);
  }

  @Test
  void givesStrangersNothing() {
    Http.Reply reply = GATE.agent("stranger").get("/gate/runs/items/" + marker);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(GATE.runs().received(marker)).isEmpty();
    JsonNode event = GATE.trail().expect("decided");
    assertThat(event.get("subject").asText()).isEqualTo("stranger");
    assertThat(event.get("decision").asText()).isEqualTo("block");
  }

  @Test
  void givesTheThirdRequestWhatTheFirstGot() {
    List<String> answers = new ArrayList<>();
    for (String verb : new String[] {"GET", "DELETE", "PUT", "GET"}) {
      Http.Reply reply = GATE.caller().send(verb, "/gate/runs/items/1", new byte[0]);
      answers.add(reply.status() + reply.text());
    }
    assertThat(answers.get(3)).isEqualTo(answers.get(0));
  }

  /** RFC 9112, section 6.3: the chunks count, and nothing after them is another request. */
  @Test
  void takesNothingBehindABodyWhoseLengthIsGivenTwice() {
    String body = "{\"m\":\"" + marker + "\"}";
    String authorization = "Authorization: Bearer " + token("alice") + "\r\n";
    String response =
        Wire.send(
            GATE.http(),
            "POST /gate/runs/items HTTP/1.1\r\nHost: localhost\r\n"
                + authorization
                + "Content-Type: application/json\r\nContent-Length: 3\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                    .formatted(body.length(), body)
                + "GET /gate/runs/items/behind-%s HTTP/1.1\r\nHost: localhost\r\n".formatted(marker)
                + authorization
                + "\r\n");
    assertThat(response.split("HTTP/1.1 ", -1)).hasSize(2);
    assertThat(GATE.runs().received("behind-" + marker)).isEmpty();
    assertThat(GATE.runs().received(marker)).hasSizeLessThanOrEqualTo(1);
  }

  private void assertRefused(Http.Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    JsonNode event = GATE.trail().expect("refused");
    assertThat(event.get("connection").asText()).isEqualTo("runs");
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  private Http.Reply run(String... steps) {
    return GATE.caller().post("/gate/runs/runs", "{\"steps\":[" + String.join(",", steps) + "]}");
  }

  private String step(String tool) {
    return "{\"action\":\"%s\",\"action_input\":{\"text\":\"%s\"}}".formatted(tool, marker);
  }

  private static String token(String subject) {
    return GATE.identity().signed(subject, "support");
  }
}
