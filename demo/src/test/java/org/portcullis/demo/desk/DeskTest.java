package org.portcullis.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.json.Json;

final class DeskTest {
  private static final String TOKEN = "a-token-for-" + "this-test";

  private final Desk unit = Desk.start(DeskSettings.of(0, TOKEN));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    unit.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + unit.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> sendWithToken(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(request.header("Authorization", "Bearer " + TOKEN));
  }

  private HttpResponse<String> run(String body) throws IOException, InterruptedException {
    return sendWithToken(request("/runs").POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void tellsAnyoneThatItIsWell() throws Exception {
    assertThat(send(request("/healthz")).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhoComesAroundTheGate() throws Exception {
    for (String path : List.of("/mcp", "/runs", "/customers", "/customers/1", "/effects", "/no")) {
      assertThat(send(request(path)).statusCode()).as(path).isEqualTo(401);
    }
    var wrong = request("/customers/1").header("Authorization", "Bearer " + TOKEN + "x");
    assertThat(send(wrong).statusCode()).isEqualTo(401);
    assertThat(sendWithToken(request("/effects")).body()).contains("\"calls\":{}");
  }

  @Test
  void servesCustomersAsRest() throws Exception {
    assertThat(sendWithToken(request("/customers/1")).body()).contains("Ana Lopez");
    assertThat(sendWithToken(request("/customers?query=canton")).body()).contains("Emre Yilmaz");
    assertThat(sendWithToken(request("/customers/77")).statusCode()).isEqualTo(404);
    assertThat(sendWithToken(request("/customers/1/x")).statusCode()).isEqualTo(404);
  }

  @Test
  void deletesACustomerOnce() throws Exception {
    assertThat(sendWithToken(request("/customers/3").DELETE()).statusCode()).isEqualTo(204);
    assertThat(sendWithToken(request("/customers/3").DELETE()).statusCode()).isEqualTo(404);
    assertThat(sendWithToken(request("/effects")).body()).contains("{\"customer\":3}");
  }

  @Test
  void runsEachStepInOrderAndGoesOnAfterAFailure() throws Exception {
    HttpResponse<String> answer =
        run(
            """
            {"agent":"desk","steps":[
              {"thought":"pay","action":"refund","action_input":{"customer":1,"amount":5,"reason":"late"}},
              {"thought":"what","action":"refund","action_input":{"customer":1}},
              {"thought":"look","action":"run_sql","action_input":{"sql":"SELECT amount FROM refunds"}}]}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    List<?> steps = (List<?>) Json.object(answer.body()).get("steps");
    assertThat(steps).hasSize(3);
    assertThat(steps.get(0).toString()).contains("action=refund", "status=paid");
    assertThat(steps.get(1).toString()).contains("error=Invalid arguments");
    assertThat(steps.get(2).toString()).contains("amount=5.0");
  }

  @Test
  void executesNothingOfARunThatIsNotWhole() throws Exception {
    String refund =
        "{\"action\":\"refund\",\"action_input\":{\"customer\":1,\"amount\":5,\"reason\":\"late\"}}";
    for (String body :
        List.of(
            "{",
            "[]",
            "null",
            "{\"agent\":\"other\",\"steps\":[" + refund + "]}",
            "{\"agent\":\"desk\",\"steps\":[]}",
            "{\"agent\":\"desk\",\"steps\":[" + refund + ",{\"action\":\"refund\"}]}",
            "{\"agent\":\"desk\",\"steps\":[" + (refund + ",").repeat(50) + refund + "]}")) {
      assertThat(run(body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(run(" ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
    assertThat(sendWithToken(request("/effects")).body()).contains("\"calls\":{}");
  }

  @Test
  void keepsOneDeskApartFromAnother() throws Exception {
    String run = "{\"agent\":\"desk\",\"steps\":[{\"action\":\"run_sql\",\"action_input\":%s}]}";
    run(run.formatted("{\"sql\":\"DROP TABLE orders\"}"));
    try (Desk other = Desk.start(DeskSettings.of(0, TOKEN))) {
      URI runs = URI.create("http://127.0.0.1:" + other.port() + "/runs");
      String count = run.formatted("{\"sql\":\"SELECT COUNT(*) AS n FROM orders\"}");
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(count);
      assertThat(sendWithToken(HttpRequest.newBuilder(runs).POST(body)).body())
          .contains("\"n\":12");
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Desk.start(DeskSettings.of(unit.port(), TOKEN)))
        .withMessageContaining("port " + unit.port());
  }
}
