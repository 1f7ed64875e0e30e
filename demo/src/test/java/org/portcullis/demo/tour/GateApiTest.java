package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API's and the token endpoint's shapes, against a server that answers from a table. */
final class GateApiTest {
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private GateApi unit;
  private TourSettings settings;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    settings =
        new TourSettings(
            address, address, address.resolve("/token"), "c:1", "s", address, "t", Path.of("demo"));
    Web web = new Web();
    unit = new GateApi(settings, web, new Tokens(settings, web), "approver");
    answers.put("POST /token", "{\"access_token\":\"T1\",\"token_type\":\"Bearer\"}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String who = exchange.getRequestHeaders().getFirst("Authorization");
    String match = exchange.getRequestHeaders().getFirst("If-Match");
    received.add(request + " " + who + (match == null ? "" : " if " + match) + " " + body);
    byte[] answer = answers.getOrDefault(request, "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"7\"");
    exchange.sendResponseHeaders(answers.containsKey(request) ? 200 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void asksForOneTokenWithTheClientsCredentials() {
    answers.put("GET /api/v1/grants", "{\"items\":[]}");
    unit.grantOf("A-1");
    unit.grantOf("A-1");
    assertThat(received).hasSize(3);
    // c%3A1:s, as RFC 6749 section 2.3.1 wants a client id with a colon encoded first
    assertThat(received.get(0))
        .startsWith("POST /token Basic YyUzQTE6cw== ")
        .contains("grant_type=password", "username=approver", "password=approver", "scope=openid");
    assertThat(received.get(1)).startsWith("GET /api/v1/grants Bearer T1");
  }

  @Test
  void saysWhoGetsNoToken() {
    answers.put("POST /token", "{\"error\":\"invalid_grant\"}");
    assertThatExceptionOfType(NotAsTold.class)
        .isThrownBy(() -> unit.grantOf("A-1"))
        .withMessageContaining("gives approver no token");
  }

  @Test
  void findsTheRequestInTheQueue() {
    answers.put(
        "GET /api/v1/approvals?state=pending",
        "{\"items\":[{\"id\":\"A-1\"},{\"id\":\"A-2\",\"command\":\"tool:refund\"}],\"next\":null}");
    assertThat(unit.pendingApproval("A-2").orElseThrow()).containsEntry("command", "tool:refund");
    assertThat(unit.pendingApproval("A-3")).isEmpty();
  }

  @Test
  void votesWithAReason() {
    answers.put("POST /api/v1/approvals/A-1/votes", "{}");
    unit.approve("A-1", "looks right");
    assertThat(received.get(1)).contains("\"vote\":\"approve\"", "\"reason\":\"looks right\"");
    assertThatExceptionOfType(NotAsTold.class)
        .isThrownBy(() -> unit.approve("A-2", "unknown"))
        .withMessageContaining("status 404");
  }

  @Test
  void tellsOfARefusalOnOneLine() {
    answers.put("GET /api/v1/grants", "<html>\n" + "x".repeat(500) + "\n</html>");
    assertThatExceptionOfType(NotAsTold.class)
        .isThrownBy(() -> unit.grantOf("A-1"))
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400));
  }

  @Test
  void findsTheGrantOfARequest() {
    answers.put("GET /api/v1/grants", "{\"items\":[{\"id\":\"G-1\",\"request\":\"A-1\"}]}");
    assertThat(unit.grantOf("A-1").orElseThrow()).containsEntry("id", "G-1");
    assertThat(unit.grantOf("A-2")).isEmpty();
  }

  @Test
  void putsOnlyWhatIsNotThere() {
    answers.put("GET /api/v1/policy", "version: 1\n");
    answers.put("PUT /api/v1/policy", "{}");
    unit.put("policy", "application/yaml", "version: 1\n");
    assertThat(received).noneMatch(request -> request.startsWith("PUT"));

    unit.put("policy", "application/yaml", "version: 1\nroles: {}\n");
    assertThat(received).last().asString().startsWith("PUT /api/v1/policy Bearer T1 if \"7\" ");
  }

  @Test
  void putsWhatIsNewWithoutACondition() {
    answers.put("PUT /api/v1/connections/desk", "{}");
    unit.put("connections/desk", "application/json", "{}");
    assertThat(received).last().asString().isEqualTo("PUT /api/v1/connections/desk Bearer T1 {}");
  }
}
