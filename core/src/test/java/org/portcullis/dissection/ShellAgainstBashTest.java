package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.command.Command;

/**
 * Holds the cases against the real bash: it reads those that are meant to be valid, and what it
 * starts when it runs the harmless ones was found.
 */
class ShellAgainstBashTest {

  /** What leaves the directory, ends in something else than these programs, or never ends. */
  private static final Pattern NEVER_RUN =
      Pattern.compile(
          "\\bPATH\\b|env -i|/dev/|>[>|&]?\\s*[\"']?[/~]|\\bexec\\b|\\bkill\\b|\\buntil\\b"
              + "|while (:|true)|command -p|find /|bash -\\w*l|/s?bin/|\\bsource\\b|ENV");

  /** These start what they are told to; the real ones are used where there are any. */
  private static final List<String> REAL =
      List.of("sh", "bash", "env", "xargs", "nice", "timeout", "stdbuf", "setsid", "find");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final String SEPARATOR = "\u001f";

  private final Bash bash = Bash.required();

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> bashReadsWhatIsMeantToBeValid() {
    return ShellCase.all().stream()
        .map(
            each ->
                dynamicTest(
                    each.title(),
                    () -> assertThat(bash.reads(each.line())).isEqualTo(!each.mark().equals("-"))));
  }

  @TestFactory
  Stream<DynamicTest> findsEveryProgramThatIsReallyStarted() throws IOException {
    List<ShellCase> harmless =
        ShellCase.all().stream().filter(each -> each.mark().equals("run")).toList();
    assertThat(harmless).noneMatch(each -> NEVER_RUN.matcher(each.line()).find());
    Path programs = programs(harmless);
    return harmless.stream().map(each -> dynamicTest(each.title(), () -> compare(each, programs)));
  }

  private void compare(ShellCase each, Path programs) throws IOException, InterruptedException {
    Path empty = Files.createTempDirectory(programs.getParent(), "empty");
    // What goes on in the background may write later.
    Path log = Files.createTempFile(programs.getParent(), "log", "");
    bash.run(each.line(), empty, programs, log);
    List<Command> found = each.commands();
    boolean opaque =
        found.stream().anyMatch(command -> command.name().text().endsWith(":opaque:*"));
    for (String started : Files.readAllLines(log)) {
      List<String> argv = List.of(started.split(SEPARATOR, -1));
      if (opaque) {
        String program = argv.get(0).toLowerCase(Locale.ROOT);
        assertThat(found)
            .anyMatch(
                command ->
                    command.name().text().startsWith("shell:" + program + ":")
                        || command.name().text().equals("shell:opaque:*"));
      } else {
        assertThat(found.stream().map(ShellAgainstBashTest::argv)).contains(argv);
      }
    }
  }

  private static List<String> argv(Command command) {
    List<String> argv = new ArrayList<>();
    for (JsonNode word : command.arguments().path("argv")) {
      argv.add(word.textValue());
    }
    return argv;
  }

  /** A directory of programs that only note how they were started. */
  private Path programs(List<ShellCase> cases) throws IOException {
    Path root = Files.createTempDirectory(temporary, "trace");
    Path programs = Files.createDirectory(root.resolve("programs"));
    Path note = root.resolve("note");
    Files.writeString(
        note,
        """
        #!/bin/sh
        line=${0##*/}
        for word; do line="$line%s$word"; done
        printf '%%s\\n' "$line" >> "$STARTED"
        """
            .formatted(SEPARATOR));
    assertThat(note.toFile().setExecutable(true)).isTrue();
    for (String real : REAL) {
      Path target = Bash.find(real).map(Path::of).orElse(note);
      Files.createSymbolicLink(programs.resolve(real), target);
    }
    for (ShellCase each : cases) {
      for (String name : names(each.line())) {
        if (Files.notExists(programs.resolve(name))) {
          Files.createSymbolicLink(programs.resolve(name), note);
        }
      }
    }
    return programs;
  }

  private static List<String> names(String line) {
    return Arrays.stream(line.split("[^A-Za-z0-9_.-]+", -1))
        .filter(word -> NAME.matcher(word).matches())
        .toList();
  }
}
