package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.portcullis.json.StrictJson;

/** A real interpreter, which is asked about programs and runs none of them. */
final class Interpreter {

  private final List<String> command;
  private final String script;

  private Interpreter(List<String> command, String script) {
    this.command = command;
    this.script = script;
  }

  /**
   * The interpreter of this name with a script that reads a list of programs from its input and
   * writes a list of answers; empty, and said so in one line, when this machine has none.
   */
  static Optional<Interpreter> find(String name, String script, List<String> options) {
    Optional<String> program = Bash.find(name);
    if (program.isEmpty()) {
      System.out.println("No " + name + " on the PATH: programs are not checked against it");
    }
    return program.map(
        path -> {
          List<String> command = new ArrayList<>(List.of(path));
          command.addAll(options);
          return new Interpreter(command, script);
        });
  }

  List<JsonNode> ask(List<String> programs, Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("ask.mjs"), script);
    ArrayNode list = StrictJson.object().putArray("programs");
    programs.forEach(list::add);
    Path input = Files.writeString(directory.resolve("programs.json"), list.toString());
    Path output = directory.resolve("answers.json");
    List<String> whole = new ArrayList<>(command);
    whole.add(file.toString());
    Process process =
        new ProcessBuilder(whole)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("the interpreter ends").isTrue();
    return answers(Files.readString(output, StandardCharsets.UTF_8));
  }

  private static List<JsonNode> answers(String text) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    ((StrictJson.Reading.Value) StrictJson.read(text)).node().forEach(answers::add);
    return answers;
  }
}
