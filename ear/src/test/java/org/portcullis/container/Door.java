package org.portcullis.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portcullis.e2e.Http;

/**
 * The gate's own HTTP door, knocked at from inside the same server. Tokens come from the demo's
 * provider and are shown to nobody.
 */
final class Door {

  private static final Config CONFIG = ConfigProvider.getConfig();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private Door() {}

  /** As a demo user, whose password is the name. */
  static Http as(String user) {
    return nobody().header("Authorization", "Bearer " + TOKENS.computeIfAbsent(user, Door::token));
  }

  /** Without a token. */
  static Http nobody() {
    return Http.at("http://localhost:" + value("portcullis.http.port"));
  }

  private static String token(String user) {
    String credential = "desk-agent:" + value("demo.agent.secret");
    String basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    String form = "grant_type=password&scope=openid&username=%s&password=%s".formatted(user, user);
    String provider = "https://localhost:" + value("portcullis.https.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(provider + "/oidc/endpoint/demo/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().sslContext(trustingTheServer()).build();
      String answer = client.send(request, BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).required("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext trustingTheServer() throws GeneralSecurityException, IOException {
    File file = new File(value("portcullis.data"), "tls/key.p12");
    KeyStore keys = KeyStore.getInstance(file, value("keystore_password").toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (String alias : Collections.list(keys.aliases())) {
      trusted.setCertificateEntry(alias, keys.getCertificate(alias));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String value(String name) {
    return CONFIG.getValue(name, String.class);
  }
}
