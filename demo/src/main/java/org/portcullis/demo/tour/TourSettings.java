package org.portcullis.demo.tour;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything is.
 *
 * @param gate base address of the gate's plain HTTP endpoint, without a path
 * @param console address of the gate's pages
 * @param tokens token endpoint of the identity provider
 * @param clientId OAuth client of the agent
 * @param clientSecret its secret
 * @param desk base address of the desk
 * @param deskToken the desk's own token: the gate's credential, and how the tour looks behind it
 * @param home folder with {@code policy.yaml} and {@code connections/}
 */
record TourSettings(
    URI gate,
    URI console,
    URI tokens,
    String clientId,
    String clientSecret,
    URI desk,
    String deskToken,
    Path home) {

  /**
   * Reads the environment; what is missing has the demo's default, except secrets.
   *
   * @throws IllegalArgumentException with one line that names what is missing
   */
  static TourSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    String secure = "https://localhost:" + variables.or("PORTCULLIS_HTTPS_PORT", "9443");
    String plain = "http://localhost:" + variables.or("PORTCULLIS_HTTP_PORT", "9080");
    return new TourSettings(
        URI.create(variables.or("GATE_URL", plain)),
        URI.create(secure + "/console/"),
        URI.create(variables.or("TOKEN_URL", secure + "/oidc/endpoint/demo/token")),
        variables.or("TOKEN_CLIENT_ID", "desk-agent"),
        variables.secret("TOKEN_CLIENT_SECRET", "demo.agent.secret"),
        URI.create("http://127.0.0.1:" + variables.or("DESK_PORT", "9180")),
        variables.secret("DESK_TOKEN", "desk.token"),
        Path.of(variables.or("DEMO_HOME", "demo")));
  }

  /** The gate's data path to the desk as an MCP server. */
  URI endpoint() {
    return gate.resolve("/gate/desk");
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "TourSettings[gate=" + gate + ", tokens=" + tokens + ", desk=" + desk + "]";
  }

  private record Variables(Map<String, String> environment) {
    String or(String name, String fallback) {
      String value = environment.getOrDefault(name, "");
      return value.isBlank() ? fallback : value;
    }

    /** From the environment, or from the file of that name where the gate keeps its variables. */
    String secret(String name, String file) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value;
      }
      String data = environment.getOrDefault("PORTCULLIS_DATA", "");
      if (data.isBlank()) {
        throw new IllegalArgumentException(name + ": missing (or set PORTCULLIS_DATA)");
      }
      Path path = Path.of(data, "variables", file);
      try {
        return Files.readString(path).strip();
      } catch (IOException e) {
        throw new IllegalArgumentException(name + ": missing, and " + path + " is not readable", e);
      }
    }
  }
}
