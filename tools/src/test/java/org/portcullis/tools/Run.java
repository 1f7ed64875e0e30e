package org.portcullis.tools;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One run of the program, as a person at the command line sees it.
 *
 * @param code the exit code
 */
public record Run(int code, String out, String err) {

  /** The time of every run. */
  public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  /** Runs the program with these words. */
  public static Run of(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        PolicyTool.run(
            List.of(words).stream().map(Object::toString).toList(),
            new Terminal(stream(out), stream(err), InstantSource.fixed(NOW), Map.of()));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
