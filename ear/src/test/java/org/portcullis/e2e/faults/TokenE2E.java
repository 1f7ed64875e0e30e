package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.e2e.Http;

/**
 * Only a token of the gate's own identity provider, made for this gate and still good, opens it.
 */
class TokenE2E {

  private static final FaultsGate GATE = FaultsGate.shared();
  private static final String INVALID = "invalid-token";
  private static final String MISSING = "missing-token";

  private final String marker = FaultsGate.marker();

  @BeforeEach
  void restartTrail() {
    GATE.trail().restart();
  }

  static List<Arguments> wrongTokens() {
    IdentityProvider provider = GATE.identity();
    KeyPair others = IdentityProvider.newKeys();
    byte[] der = provider.keys().getPublic().getEncoded();
    String good = provider.signed("mallory", "support");
    return List.of(
        arguments("garbage", "garbage"),
        arguments("three empty parts", ".."),
        arguments("expired", signed(t -> t.time("exp", Duration.ofMinutes(-5)))),
        arguments("not yet valid", signed(t -> t.time("nbf", Duration.ofMinutes(5)))),
        arguments("without an end", signed(t -> t.claim("exp", null))),
        arguments("for another audience", signed(t -> t.claim("aud", "another-gate"))),
        arguments("for nobody in particular", signed(t -> t.claim("aud", null))),
        arguments("from another issuer", signed(t -> t.claim("iss", "https://evil.example"))),
        arguments("without an issuer", signed(t -> t.claim("iss", null))),
        arguments(
            "from an issuer that differs by a slash",
            signed(t -> t.claim("iss", provider.issuer() + "/"))),
        arguments("about nobody", signed(t -> t.claim("sub", null))),
        arguments("unsigned", provider.token("mallory", "support").unsigned()),
        arguments("HS256 with the public key", provider.token("mallory", "support").withMac(der)),
        arguments(
            "HS256 with the public key as PEM",
            provider.token("mallory", "support").withMac(pem(der))),
        arguments(
            "signed by somebody else's key",
            provider.token("mallory", "support").signed(others.getPrivate())),
        arguments(
            "signed by a key that is named in the token",
            provider
                .token("mallory", "support")
                .field("kid", "other")
                .field("jku", "http://127.0.0.1:9/keys")
                .signed(others.getPrivate())),
        arguments("with the signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
        arguments("with claims of another token", swapped(good)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void refusesAToken(String what, String token) {
    Http.Reply reply = Agent.of(GATE.http()).token(token).get("/gate/runs/items/" + marker);
    assertRefused(reply, INVALID);
    assertThat(reply.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
    if (token.length() > 20) {
      assertThat(reply.text()).doesNotContain(token.substring(token.length() - 20));
      assertThat(GATE.trail().events().toString())
          .doesNotContain(token.substring(token.length() - 20));
    }
  }

  static List<Arguments> placesThatAreNone() {
    String good = GATE.identity().signed("mallory", "support");
    return List.of(
        arguments("nowhere", none(), "", MISSING),
        arguments("in the query", none(), "?access_token=" + good, MISSING),
        arguments("in a cookie", with("Cookie", "access_token=" + good), "", MISSING),
        arguments("in a session cookie", with("Cookie", "LtpaToken2=" + good), "", MISSING),
        arguments("in another header", with("X-Access-Token", good), "", MISSING),
        arguments("in the forwarded header", with("X-Forwarded-Authorization", good), "", MISSING),
        arguments("as basic", with("Authorization", "Basic " + good), "", INVALID),
        arguments("without a scheme", with("Authorization", good), "", INVALID),
        arguments("an empty one", with("Authorization", "Bearer "), "", INVALID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placesThatAreNone")
  void takesATokenFromTheAuthorizationHeaderAlone(
      String where, UnaryOperator<Agent> agent, String query, String reason) {
    Http.Reply reply = agent.apply(Agent.of(GATE.http())).get("/gate/runs/items/" + marker + query);
    assertRefused(reply, reason);
    assertThat(reply.header("WWW-Authenticate").orElseThrow().contains("error="))
        .isEqualTo(reason.equals(INVALID));
  }

  @Test
  void refusesAnMcpMessageWithoutATokenInTheSameWay() {
    Http.Reply reply =
        Agent.of(GATE.http()).post("/gate/tools", McpClient.call("1", "echo", marker));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate"))
        .contains(
            "Bearer resource_metadata=\""
                + GATE.http()
                + "/.well-known/oauth-protected-resource/gate/tools\"");
    assertThat(GATE.tools().received(marker)).isEmpty();
    GATE.trail().expect("unauthenticated");
  }

  @Test
  void takesAGoodToken() {
    assertThat(GATE.caller().get("/gate/runs/items/" + marker).status()).isEqualTo(200);
    assertThat(GATE.runs().received(marker)).hasSize(1);
  }

  private void assertRefused(Http.Reply reply, String reason) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).contains("application/problem+json");
    assertThat(reply.json().get("type").asText()).isEqualTo("urn:portcullis:problem:" + reason);
    assertThat(reply.header("WWW-Authenticate").orElseThrow())
        .startsWith(
            "Bearer resource_metadata=\""
                + GATE.http()
                + "/.well-known/oauth-protected-resource/gate/runs\"");
    GATE.trail()
        .expect("unauthenticated", event -> event.at("/detail/reason").asText().equals(reason));
    assertThat(GATE.runs().received(marker)).isEmpty();
  }

  private static String signed(UnaryOperator<Token> change) {
    return change
        .apply(GATE.identity().token("mallory", "support"))
        .signed(GATE.identity().keys().getPrivate());
  }

  /** The claims of a mightier token under the signature of this one. */
  private static String swapped(String good) {
    String content = GATE.identity().token("mallory", "platform").content();
    return content + good.substring(good.lastIndexOf('.'));
  }

  private static byte[] pem(byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(UTF_8);
  }

  private static UnaryOperator<Agent> none() {
    return UnaryOperator.identity();
  }

  private static UnaryOperator<Agent> with(String name, String value) {
    return agent -> agent.with(name, value);
  }
}
