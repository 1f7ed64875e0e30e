package org.portcullis.e2e.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An OpenID Connect provider as far as a gate looks at one: its discovery document and its keys,
 * over TLS. It signs whatever tokens a test asks for. Its signing key is made at run time.
 */
final class IdentityProvider implements AutoCloseable {

  /** The id of the signing key. */
  static final String KEY_ID = "test-key";

  private static final int KEY_BITS = 2048;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KeyPair keys = newKeys();
  private final HttpsServer server;

  /**
   * @param keyStore key and certificate for {@code localhost}, as PKCS12
   */
  IdentityProvider(Path keyStore, String password) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls(keyStore, password)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/keys", exchange -> answer(exchange, jwks()));
    server.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
    server.start();
  }

  /** New RSA keys. */
  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The {@code iss} of its tokens. */
  String issuer() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Where its keys are. */
  String jwksUrl() {
    return issuer() + "/keys";
  }

  /** Where its discovery document is. */
  String discoveryUrl() {
    return issuer() + "/.well-known/openid-configuration";
  }

  /** The keys that its tokens are signed with. */
  KeyPair keys() {
    return keys;
  }

  /** A token that the gate takes: for this subject, who is a member of these groups. */
  Token token(String subject, String... groups) {
    return Token.of(issuer(), subject, groups);
  }

  /** The same, signed. */
  String signed(String subject, String... groups) {
    return token(subject, groups).signed(keys.getPrivate());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private ObjectNode discovery() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("issuer", issuer());
    document.put("jwks_uri", jwksUrl());
    document.put("authorization_endpoint", issuer() + "/authorize");
    document.put("token_endpoint", issuer() + "/token");
    document.putArray("response_types_supported").add("code");
    document.putArray("subject_types_supported").add("public");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    return document;
  }

  private ObjectNode jwks() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    ObjectNode document = MAPPER.createObjectNode();
    ObjectNode jwk = document.putArray("keys").addObject();
    jwk.put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", KEY_ID);
    jwk.put("n", unsigned(key.getModulus())).put("e", unsigned(key.getPublicExponent()));
    return document;
  }

  /** Without the sign's zero byte (RFC 7518, section 2, Base64urlUInt). */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }

  private static void answer(HttpExchange exchange, ObjectNode document) throws IOException {
    byte[] body = document.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static SSLContext tls(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, password.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
