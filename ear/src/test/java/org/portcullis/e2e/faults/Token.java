package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An access token (RFC 9068) in the making: right until a test makes it wrong. */
final class Token {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final ObjectNode header = MAPPER.createObjectNode();
  private final ObjectNode claims = MAPPER.createObjectNode();

  private Token() {
    header.put("alg", "RS256").put("typ", "JWT").put("kid", IdentityProvider.KEY_ID);
  }

  static Token of(String issuer, String subject, String... groups) {
    Token token = new Token();
    Instant now = Instant.now();
    token.claims.put("iss", issuer).put("sub", subject).put("aud", "portcullis");
    token.claims.put("azp", "test-agent").put("jti", UUID.randomUUID().toString());
    token.claims.put("iat", now.getEpochSecond());
    token.claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    for (String group : groups) {
      token.claims.withArray("groups").add(group);
    }
    return token;
  }

  /** With this text as a claim; without the claim for null. */
  Token claim(String name, @Nullable String value) {
    claims.remove(name);
    if (value != null) {
      claims.put(name, value);
    }
    return this;
  }

  /** With this JSON as a claim. */
  Token json(String name, String value) {
    try {
      claims.set(name, MAPPER.readTree(value));
      return this;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** With a claim that is this long after now, or before it when negative. */
  Token time(String name, Duration fromNow) {
    claims.put(name, Instant.now().plus(fromNow).getEpochSecond());
    return this;
  }

  /** With this text in the header. */
  Token field(String name, String value) {
    header.put(name, value);
    return this;
  }

  /** Signed with RS256. */
  String signed(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content().getBytes(UTF_8));
      return content() + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** "Signed" with a text that everybody knows: the attack on verifiers that trust the header. */
  String withMac(byte[] secret) {
    try {
      field("alg", "HS256");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return content() + "." + encoded(mac.doFinal(content().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Not signed at all, and saying so. */
  String unsigned() {
    field("alg", "none");
    return content() + ".";
  }

  /** The first two parts. */
  String content() {
    return encoded(header.toString().getBytes(UTF_8))
        + "."
        + encoded(claims.toString().getBytes(UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
