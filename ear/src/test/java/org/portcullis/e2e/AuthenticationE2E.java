package org.portcullis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key opens which door of a running gate, and what those without one are told. */
class AuthenticationE2E {
  private static final GateUnderTest GATE = GateUnderTest.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/gate/desk", "/gate/desk/below", "/api/v1/policy", "/no/such/path"})
  void tellsWhereToGetATokenWhenNoneCame(String path) {
    Http.Reply reply = Http.at(GATE.http()).get(path);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
    assertThat(reply.json().path("type").asText()).endsWith(":missing-token");
    assertThat(reply.header("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer resource_metadata=\"" + GATE.http() + "/.well-known/")
        .doesNotContain("error=");
  }

  @Test
  void namesTheConnectionInTheAddressOfTheMetadata() {
    Http.Reply reply = Http.at(GATE.http()).get("/gate/desk/below");

    assertThat(reply.header("WWW-Authenticate").orElseThrow())
        .contains("\"" + GATE.http() + "/.well-known/oauth-protected-resource/gate/desk\"");
  }

  @Test
  void refusesWhatIsNoToken() {
    assertRefused(Http.withToken(GATE, "garbage").get("/gate/desk"));
  }

  @Test
  void refusesATokenWhoseClaimsWereChanged() {
    String[] parts = GATE.token("agent").split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    byte[] changed = claims.replace("\"agent\"", "\"admin\"").getBytes(UTF_8);
    String forged =
        parts[0]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(changed)
            + "."
            + parts[2];

    assertRefused(Http.withToken(GATE, forged).get("/gate/desk"));
  }

  @Test
  void refusesATokenForAnotherAudience() throws IOException {
    String identityToken = identityTokenOf("admin");

    assertRefused(Http.withToken(GATE, identityToken).get("/api/v1/policy"));
    assertThat(Http.as(GATE, "admin").get("/api/v1/policy").status()).isEqualTo(200);
  }

  @Test
  void signInOpensTheConsoleAndNothingElse() {
    Browserless approver = new Browserless(GATE);

    assertThat(approver.signIn("approver").statusCode()).isEqualTo(200);
    assertThat(approver.get("/console/approvals").statusCode()).isEqualTo(200);
    assertThat(approver.get("/gate/desk").statusCode()).isEqualTo(401);
    assertThat(approver.get("/gate/console").statusCode()).isEqualTo(401);
    assertThat(approver.get("/api/v1/approvals?x=/console").statusCode()).isEqualTo(401);
    assertThat(approver.form("/api/v1/approvals/x/votes", "a=b").statusCode()).isEqualTo(401);
  }

  @Test
  void aPageOfAnotherOriginCannotActWithASignIn() {
    Browserless approver = new Browserless(GATE);
    approver.signIn("approver");

    HttpResponse<String> answer =
        approver.form("/console/approvals", "a=b", "Origin", "https://localhost:1");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(":foreign-origin");
  }

  @Test
  void tokenDoesNotOpenTheConsole() {
    Browserless nobody = new Browserless(GATE);
    String token = "Bearer " + GATE.token("approver");

    assertThat(nobody.get("/console/approvals", "Authorization", token).statusCode())
        .isEqualTo(302);
    HttpResponse<String> disguised =
        nobody.get("/console/approvals?x=/gate/", "Authorization", token);
    assertThat(disguised.statusCode()).isEqualTo(403);
    assertThat(disguised.body()).contains(":wrong-credential");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/../gate/desk", "/gate//desk", "/gate;x/desk", "/%67ate/desk"})
  void refusesPathsThatCanBeReadInTwoWays(String path) {
    Http.Reply reply = Http.as(GATE, "agent").get(path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void believesNoHeaderAboutSchemeAndHost() {
    Http.Reply reply =
        Http.at(GATE.http())
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "evil.example")
            .header("$WSSC", "https")
            .header("$WSSN", "evil.example")
            .get("/gate/desk");

    assertThat(reply.header("WWW-Authenticate").orElseThrow())
        .contains(GATE.http() + "/.well-known/")
        .doesNotContain("evil");
  }

  @Test
  void tellsNothingAboutTheServerItRunsOn() {
    Http.Reply reply = Http.at(GATE.http()).get("/gate%2fdesk");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.response().headers().map().keySet())
        .noneMatch(name -> name.equalsIgnoreCase("server") || name.equalsIgnoreCase("$wsep"))
        .noneMatch(name -> name.equalsIgnoreCase("x-powered-by"));
    assertThat(reply.text()).doesNotContain("Liberty", "CWWWC", "SRVE", "Exception");
  }

  private static void assertRefused(Http.Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("type").asText()).endsWith(":invalid-token");
    assertThat(reply.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
  }

  /** Signed by the same provider with the same key, but meant for the agent, not for the gate. */
  private static String identityTokenOf(String user) throws IOException {
    String secret = GATE.secret("demo.agent.secret");
    String basic = Base64.getEncoder().encodeToString(("desk-agent:" + secret).getBytes(UTF_8));
    String name = URLEncoder.encode(user, UTF_8);
    HttpResponse<String> answer =
        new Browserless(GATE)
            .form(
                "/oidc/endpoint/demo/token",
                "grant_type=password&scope=openid&username=" + name + "&password=" + name,
                "Authorization",
                "Basic " + basic);
    return new ObjectMapper().readTree(answer.body()).path("id_token").asText();
  }
}
