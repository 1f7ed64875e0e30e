package org.portcullis.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.policy.Effect;
import org.portcullis.protocol.Answer;
import org.portcullis.protocol.TestGate;

class RestRefusedRequestTest {

  private static final String RUNS =
      "{\"goal\":\"x\",\"steps\":[{\"action\":\"find\",\"action_input\":{\"q\":1}},"
          + "{\"action\":\"drop\",\"action_input\":\"all\"},{\"action\":\"find\"}]}";

  private final RestClient client = new RestClient();

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
  void settingsThatCannotBeUsedOpenNothing() {
    client.gate.connect(
        "crm",
        ProtocolKind.REST,
        "http://desk.internal",
        TestGate.json("{\"operations\":[{\"method\":\"*\",\"path\":\"/**\"}]}"));

    assertThat(client.get("/customers/1", "").status()).isEqualTo(503);
    assertThat(client.gate.sent).isEmpty();
  }

  @Test
  void aCallerWithoutAnyRightIsToldSo() {
    client.gate.policy.standing = Effect.BLOCK;

    Answer answer = client.get("/customers/1", "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(TestGate.json(TestGate.text(answer)).get("commands")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"_method\":\"DELETE\"}", "{\"a\":1,\"_Method\":\"x\"}"})
  void refusesBodiesThatNameAnotherMethod(String body) {
    assertThat(client.send("PUT", "/customers/1", "", body).status()).isEqualTo(400);
    assertThat(client.gate.sent).isEmpty();
  }
}
