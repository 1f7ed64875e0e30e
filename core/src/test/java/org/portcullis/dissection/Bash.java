package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real bash, which these tests cannot do without. */
final class Bash {

  private final String program;

  private Bash(String program) {
    this.program = program;
  }

  static Bash required() {
    Optional<String> bash = find("bash");
    assertThat(bash)
        .as("bash is needed to check the shell cases against it: install it and put it on the PATH")
        .isPresent();
    return new Bash(bash.orElseThrow());
  }

  /** Where a program is. */
  static Optional<String> find(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** Whether it reads the line; nothing is started. */
  boolean reads(String line) throws IOException, InterruptedException {
    return finish(new ProcessBuilder(program, "--norc", "-n", "-c", line)) == 0;
  }

  /**
   * Runs the line in a directory, with the programs of another one and no others, which find where
   * to note that they were started in {@code STARTED}.
   */
  void run(String line, Path directory, Path programs, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, "--norc", "--noprofile", "-c", line));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("STARTED", log.toString());
    builder.environment().put("HOME", directory.toString());
    finish(builder);
  }

  private static int finish(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("bash ends").isTrue();
    return process.waitFor();
  }
}
