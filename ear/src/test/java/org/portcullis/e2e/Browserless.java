package org.portcullis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A person's cookies without a browser: signs in over TLS, trusting the gate's own certificate. */
final class Browserless {
  private static final int MOST_REDIRECTS = 10;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final GateUnderTest gate;
  private final HttpClient client;

  Browserless(GateUnderTest gate) {
    this.gate = gate;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(trusting(gate))
            .build();
  }

  /** Opens the console, is sent to the provider, signs in there, and comes back. */
  HttpResponse<String> signIn(String user) {
    follow(get("/console/"));
    String name = URLEncoder.encode(user, UTF_8);
    return follow(form("/oidc/j_security_check", "j_username=" + name + "&j_password=" + name));
  }

  /** One GET with the cookies so far; no redirect is followed. */
  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = to(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** One POST of a form with the cookies so far; no redirect is followed. */
  HttpResponse<String> form(String path, String body, String... headers) {
    HttpRequest.Builder request =
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    for (int step = 0; step < MOST_REDIRECTS && last.statusCode() == 302; step++) {
      URI next = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
      last = send(HttpRequest.newBuilder(next).timeout(TIMEOUT).GET().build());
    }
    return last;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(gate.https() + path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext trusting(GateUnderTest gate) {
    try (InputStream file = Files.newInputStream(gate.data().resolve("tls/key.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, gate.secret("keystore_password").toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("gate", store.getCertificate(store.aliases().nextElement()));
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
