package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.masking.Detection;
import org.portcullis.masking.FieldPath;
import org.portcullis.masking.Maskers;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.CannedAnswer;
import org.portcullis.protocol.Failure;
import org.portcullis.protocol.Headers;
import org.portcullis.protocol.TestGate;

class RestAnswerTest {

  private final RestClient client = new RestClient();

  @BeforeEach
  void mask() {
    client.gate.policy.masker =
        Maskers.of(
            List.of(
                new MaskingEntry(
                    "customer-data",
                    Set.of(),
                    List.of(),
                    List.of(new FieldPath(List.of("ssn"))),
                    EnumSet.of(Detection.EMAIL),
                    Operator.LABEL)));
  }

  private Answer get(CannedAnswer answer) {
    client.gate.answer(answer);
    return client.get("/customers/1", "");
  }

  @Test
  void masksJson() {
    Answer answer =
        get(CannedAnswer.json("{ \"mail\": \"ann@example.org\", \"n\": 1.10, \"ssn\": 5 }"));

    assertThat(TestGate.text(answer))
        .contains("\"n\": 1.10")
        .contains("[EMAIL]")
        .doesNotContain("example.org")
        .doesNotContain("5 }");
    assertThat(answer.headers().only("content-type")).contains("application/json");
    assertThat(answer.headers().only("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 422, 500, 503})
  void masksErrorsAndKeepsTheirStatus(int status) {
    Answer answer =
        get(CannedAnswer.of(status, "application/problem+json", "{\"a\":\"ann@example.org\"}"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(TestGate.text(answer)).doesNotContain("example.org");
    assertThat(answer.headers().only("content-type")).contains("application/problem+json");
    assertThat(client.gate.outcome()).isEqualTo("failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 404, 500})
  void waitsForNoEndOfAStreamThatIsNotPassedOn(int status) {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return read();
          }
        };
    CannedAnswer stream =
        new CannedAnswer(status, Headers.of("content-type", "text/event-stream"), endless);

    assertThat(get(stream).status()).isEqualTo(502);
    assertThat(stream.closed).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "text/html;charset=utf-8", "text/csv;charset=iso-8859-1"})
  void masksTexts(String type) {
    Answer answer =
        get(
            new CannedAnswer(
                200,
                Headers.of("content-type", type),
                "mail ann@example.org".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(TestGate.text(answer)).isEqualTo("mail [EMAIL]");
    assertThat(answer.headers().only("content-type").orElseThrow()).endsWith(";charset=utf-8");
  }

  @Test
  void readsATextInItsOwnCharset() {
    Answer answer =
        get(
            new CannedAnswer(
                200,
                Headers.of("content-type", "text/plain;charset=iso-8859-1"),
                "grüße".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(TestGate.text(answer)).isEqualTo("grüße");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | application/json | {\"half\":",
        "200 | application/json | {\"a\":1,\"a\":2}",
        "200 | application/json;charset=utf-16 | {}",
        "200 | text/plain;charset=shift_jis | x",
        "200 | application/octet-stream | x",
        "200 | application/pdf | x",
        "200 | nonsense | x",
        "301 | application/json | {}",
        "302 | text/html | x",
        "401 | application/json | {}",
        "407 | application/json | {}",
        "101 | text/plain | x"
      })
  void withholdsWhatCannotBeInspected(int status, String type, String body) {
    Answer answer = get(CannedAnswer.of(status, type, body));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(TestGate.text(answer)).contains(Failure.UPSTREAM_INVALID.text());
  }

  @Test
  void withholdsABodyThatIsStillEncoded() {
    assertThat(get(CannedAnswer.json("{}").with("content-encoding", "zstd")).status())
        .isEqualTo(502);
  }

  @Test
  void bytesPassWhereNothingIsMasked() {
    client.gate.policy.masker = Maskers.nothing();

    Answer answer = get(CannedAnswer.of(200, "application/pdf", "%PDF"));

    assertThat(TestGate.text(answer)).isEqualTo("%PDF");
    assertThat(answer.headers().only("content-type")).contains("application/pdf");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 304})
  void answersWithoutABodyPass(int status) {
    assertThat(get(CannedAnswer.of(status, "text/plain", "")).status()).isEqualTo(status);
  }

  @Test
  void anEmptyBodyPasses() {
    assertThat(TestGate.text(get(CannedAnswer.json("")))).isEmpty();
  }

  @Test
  void onlyHarmlessHeadersPass() {
    Answer answer =
        get(
            CannedAnswer.json("{}")
                .with("set-cookie", "s=1")
                .with("location", "http://desk.internal/")
                .with("etag", "x")
                .with("server", "desk")
                .with("retry-after", "5"));

    assertThat(answer.headers().toString())
        .isEqualTo("[cache-control, x-content-type-options, retry-after, content-type]");
  }

  @Test
  void masksEventsOneByOne() {
    Answer answer =
        get(
            CannedAnswer.stream(
                ": hi ann@example.org\n\nevent: step\nid: ann@example.org\ndata:"
                    + " {\"ssn\":\"1\"}\n\ndata: for ann@example.org\n\nid: 7\ndata: [DONE]\n\n"));

    String text = TestGate.text(answer);
    assertThat(text)
        .startsWith(":\n\nevent: step\ndata: {\"ssn\":")
        .contains("data: for [EMAIL]\n\n")
        .endsWith("id: 7\ndata: [DONE]\n\n")
        .doesNotContain("example.org");
    assertThat(answer.headers().only("content-type")).contains("text/event-stream");
  }

  @Test
  void masksLinesOneByOne() {
    Answer answer =
        get(
            CannedAnswer.of(
                200, "application/x-ndjson", "{\"a\":\"ann@example.org\"}\r\n\n{\"b\":1}"));

    assertThat(TestGate.text(answer)).isEqualTo("{\"a\":\"[EMAIL]\"}\r\n\n{\"b\":1}\n");
  }

  @Test
  void aLineThatIsNotJsonEndsTheStream() {
    Answer answer =
        get(CannedAnswer.of(200, "application/jsonl", "{\"b\":1}\nann@example.org\n{\"c\":1}\n"));

    assertThat(TestGate.text(answer)).isEqualTo("{\"b\":1}\n");
    assertThat(client.gate.outcome()).isEqualTo("upstream-invalid");
  }

  @Test
  void aLineOverTheLimitEndsTheStream() {
    Answer answer =
        get(CannedAnswer.of(200, "application/jsonl", "{\"b\":1}\n" + "x".repeat(70_000)));

    assertThat(TestGate.text(answer)).isEqualTo("{\"b\":1}\n");
    assertThat(client.gate.outcome()).isEqualTo("upstream-too-large");
  }

  @Test
  void aBrokenStreamSaysSo() {
    Answer answer = get(CannedAnswer.broken("data: 1\n\ndata: 2"));

    assertThat(TestGate.text(answer)).startsWith("data: 1\n\nevent: error\ndata: {\"message\":");
    assertThat(client.gate.outcome()).isEqualTo("upstream-broken");
  }
}
