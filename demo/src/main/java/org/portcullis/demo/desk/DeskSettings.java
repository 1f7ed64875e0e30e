package org.portcullis.demo.desk;

import java.time.Duration;
import java.util.Map;

/**
 * How a desk runs.
 *
 * @param port on 127.0.0.1, 0 to 65535; 0 chooses a free one
 * @param token the bearer token that every caller must present; at least 16 characters
 * @param pace how long the slow tool pauses between two steps; zero or more
 */
public record DeskSettings(int port, String token, Duration pace) {
  private static final int DEFAULT_PORT = 9180;
  private static final int SHORTEST_TOKEN = 16;
  private static final Duration DEFAULT_PACE = Duration.ofMillis(150);

  public DeskSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
    }
    if (token == null || token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "DESK_TOKEN: missing or short (expected: at least " + SHORTEST_TOKEN + " characters)");
    }
    if (pace.isNegative()) {
      throw new IllegalArgumentException("pace: " + pace + " (expected: zero or more)");
    }
  }

  /** The settings for a desk in a test or beside another program, with the usual pace. */
  public static DeskSettings of(int port, String token) {
    return new DeskSettings(port, token, DEFAULT_PACE);
  }

  /**
   * Reads the command line and the environment.
   *
   * @param arguments the port, or nothing
   * @param environment {@code DESK_PORT} and {@code DESK_TOKEN}
   * @throws IllegalArgumentException with one line that names the wrong setting
   */
  static DeskSettings from(String[] arguments, Map<String, String> environment) {
    String port =
        arguments.length > 0
            ? arguments[0]
            : environment.getOrDefault("DESK_PORT", Integer.toString(DEFAULT_PORT));
    return of(number(port), environment.get("DESK_TOKEN"));
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("port: " + port + " (expected: a number)", e);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "DeskSettings[port=" + port + ", pace=" + pace + "]";
  }
}
