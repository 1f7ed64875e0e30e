package org.portcullis.container.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A server of the tests' own: the product's configuration with the demo's users, on free ports,
 * with its own secrets, data and name. Only the copy lets somebody else deploy; the product's
 * server takes its application once, at its start.
 */
final class TestedServer {

  private static final Path CONFIGURATION = Path.of("..", "server-config");
  private static final Path RUNTIME = Path.of("target", "liberty", "wlp").toAbsolutePath();
  private static final List<String> SECRETS =
      List.of(
          "keystore_password",
          "ltpa_keys_password",
          "portcullis.oidc.client.secret",
          "demo.agent.secret");

  private final Path user;
  private final String name = "tested-" + UUID.randomUUID();
  private final int httpPort;
  private final int httpsPort;

  private TestedServer(Path user, int httpPort, int httpsPort) {
    this.user = user;
    this.httpPort = httpPort;
    this.httpsPort = httpsPort;
  }

  /** Writes the server's folder; nothing runs yet. */
  static TestedServer prepare() {
    try (ServerSocket http = new ServerSocket(0);
        ServerSocket https = new ServerSocket(0)) {
      Path parent = Files.createDirectories(Path.of("target", "container").toAbsolutePath());
      Path user = Files.createTempDirectory(parent, "usr-");
      TestedServer server = new TestedServer(user, http.getLocalPort(), https.getLocalPort());
      server.write();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets {@code arquillian.xml} know. */
  void publish() {
    System.setProperty("tested.runtime", RUNTIME.toString());
    System.setProperty("tested.user", user.toString());
    // Servers are told apart by whether their command line contains the name.
    System.setProperty("tested.name", name);
    System.setProperty("tested.port", String.valueOf(httpPort));
  }

  private void write() throws IOException {
    Path home = user.resolve("servers").resolve(name);
    copy(CONFIGURATION, home);
    copy(RUNTIME.resolve("usr/shared/resources"), user.resolve("shared/resources"));
    Path xml = home.resolve("server.xml");
    Files.writeString(xml, deployable(Files.readString(xml)));
    Files.writeString(
        home.resolve("bootstrap.properties"),
        """
        portcullis.data=%s
        portcullis.http.port=%d
        portcullis.https.port=%d
        identity.kind=demo
        """
            .formatted(user.resolve("data"), httpPort, httpsPort));
    Path variables = Files.createDirectories(home.resolve("variables"));
    for (String secret : SECRETS) {
      Files.writeString(variables.resolve(secret), UUID.randomUUID().toString());
    }
  }

  /** What the adapter needs: a local connector, and a server that follows its configuration. */
  private static String deployable(String xml) {
    String open = "<config updateTrigger=\"polled\" monitorInterval=\"250ms\"/>";
    String connector = "  <feature>localConnector-1.0</feature>\n  </featureManager>";
    String changed = replaced(xml, "<config updateTrigger=\"disabled\"/>", open);
    changed = replaced(changed, "</featureManager>", connector);
    return replaced(
        changed, "<enterpriseApplication id=\"gate\" name=\"gate\" location=\"gate.ear\"/>", "");
  }

  private static String replaced(String text, String part, String by) {
    if (!text.contains(part)) {
      throw new IllegalStateException("server.xml: without " + part + " (expected: with it)");
    }
    return text.replace(part, by);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
