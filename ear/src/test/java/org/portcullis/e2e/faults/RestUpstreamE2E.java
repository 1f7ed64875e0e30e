package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.e2e.Http;
import org.portcullis.e2e.faults.ScriptedUpstream.Script;

/** Whatever a plain HTTP service does wrong, its caller gets a problem document. */
class RestUpstreamE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String JSON = "application/json";
  private static final String BROKEN = "upstream-broken";
  private static final String INVALID = "upstream-invalid";

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  static List<Arguments> faults() {
    String leak = Lies.LEAK;
    return List.of(
        arguments("closes without a word", Lies.silence(), 502, BROKEN),
        arguments("never answers", Lies.slowness(), 504, "upstream-timeout"),
        arguments("speaks something else", Lies.noise(), 502, INVALID),
        arguments("announces more than comes", Lies.tooShort(), 502, BROKEN),
        arguments("breaks off in a chunk", Lies.brokenChunk(), 502, BROKEN),
        arguments("writes a chunk without a length", Lies.malformedChunk(), 502, BROKEN),
        arguments("leaves the last chunk out", Lies.endlessChunks("{}"), 502, BROKEN),
        arguments("says gzip and is not", Lies.noGzip(), 502, INVALID),
        arguments("uses brotli", Lies.unknownCoding("br"), 502, INVALID),
        arguments("unfolds beyond the limit", Lies.bomb(), 502, "upstream-too-large"),
        arguments("answers beyond the limit", Lies.flood(), 502, "upstream-too-large"),
        arguments("answers no JSON", Lies.answer(200, JSON, leak), 502, INVALID),
        arguments(
            "answers JSON in UTF-16",
            Lies.answer(200, JSON + ";charset=utf-16", leak),
            502,
            INVALID),
        arguments(
            "answers bytes where there is masking",
            Lies.answer(200, "image/png", leak),
            502,
            INVALID),
        arguments("answers without a type", Lies.answer(200, "", leak), 502, INVALID),
        arguments("redirects", Lies.redirect(GATE.other().url()), 502, INVALID),
        arguments("turns the credential down", Lies.answer(401, "text/plain", leak), 502, INVALID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void answersWhenTheService(String what, Script fault, int status, String outcome) {
    GATE.runs().when(marker, fault);
    Http.Reply reply = GATE.caller().get("/gate/runs/items/" + marker);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    assertThat(reply.json().get("status").asInt()).isEqualTo(status);
    assertThat(reply.json().get("reference").asText()).isNotEmpty();
    assertThat(reply.text()).doesNotContain(Lies.LEAK).doesNotContain("127.0.0.1");
    assertThat(reply.header("WWW-Authenticate")).isEmpty();
    assertThat(reply.header("Location")).isEmpty();
    assertFailed(outcome);
    assertThat(GATE.runs().received(marker)).as("sent once, never again").hasSize(1);
    assertThat(GATE.other().received(marker)).isEmpty();
  }

  @Test
  void answersWhenTheServiceIsDown() {
    GATE.connect("runs-down", "rest", "http://127.0.0.1:1", FaultsGate.runsSettings());
    Http.Reply reply = GATE.caller().get("/gate/runs-down/items/" + marker);
    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.json().get("detail").asText()).contains("Nothing was run");
    assertFailed("upstream-unreachable");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 500, 503})
  void passesTheServicesOwnRefusalMasked(int status) {
    GATE.runs().when(marker, Lies.answer(status, JSON, "{\"who\":\"ann@example.org\",\"n\":1}"));
    Http.Reply reply = GATE.caller().get("/gate/runs/items/" + marker);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("n").asInt()).isEqualTo(1);
    assertThat(reply.text()).doesNotContain("ann@example.org");
    JsonNode event = GATE.trail().expect("answered");
    assertThat(event.at("/detail/outcome").asText()).isEqualTo("failed");
    assertThat(event.toString()).doesNotContain("ann@example.org");
  }

  @Test
  void decodesAnAnswerThatNobodyAskedToBeCoded() {
    GATE.runs()
        .when(
            marker,
            (request, peer) ->
                peer.answer(
                    200,
                    JSON,
                    Lies.gzip("{\"who\":\"ann@example.org\"}"),
                    "Content-Encoding: gzip\r\n"));
    Http.Reply reply = GATE.caller().get("/gate/runs/items/" + marker);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Encoding")).isEmpty();
    assertThat(reply.json().get("who").asText()).isNotEmpty().doesNotContain("ann@example.org");
  }

  @Test
  void keepsWhatCameTooMuchFromTheNextCaller() {
    GATE.runs()
        .when(
            marker,
            (request, peer) -> {
              peer.answer(200, JSON, "{\"first\":1}".getBytes(UTF_8), "");
              peer.send(
                  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n"
                      + "{\"planted\":1}");
            });
    assertThat(GATE.caller().get("/gate/runs/items/" + marker).json().has("first")).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(GATE.caller().get("/gate/runs/items/next").text()).contains("ok");
    }
  }

  @Test
  void passesAnEmptyAnswer() {
    GATE.runs().when(marker, (request, peer) -> peer.send("HTTP/1.1 204 No Content\r\n\r\n"));
    Http.Reply reply = GATE.caller().get("/gate/runs/items/" + marker);
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.text()).isEmpty();
  }

  private void assertFailed(String outcome) {
    JsonNode event = GATE.trail().expect("failed");
    assertThat(event.at("/detail/outcome").asText()).isEqualTo(outcome);
    assertThat(GATE.trail().events().toString()).doesNotContain(Lies.LEAK);
    assertThat(GATE.trail().events("decided")).hasSize(1);
  }
}
