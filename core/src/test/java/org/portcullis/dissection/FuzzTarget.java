package org.portcullis.dissection;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is fuzzed: one dissector each, and the whole over arguments of a call. */
enum FuzzTarget {
  SQL("sql.tsv", 0),
  SHELL("shell.tsv", 1),
  ARGV("shell.tsv", 1),
  PATH("arguments.tsv", 1),
  URL("arguments.tsv", 1),
  PYTHON("python.tsv", 1),
  JAVASCRIPT("javascript.tsv", 1),
  ARGUMENTS("arguments.tsv", 1);

  private final String cases;
  private final int column;

  FuzzTarget(String cases, int column) {
    this.cases = cases;
    this.column = column;
  }

  static FuzzTarget named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Fails when something does not hold of this text. */
  void check(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    switch (this) {
      case SQL -> Invariants.sql(text);
      case SHELL -> Invariants.shell(text);
      case ARGV -> Invariants.argv(text);
      case PATH -> Invariants.path(text);
      case URL -> Invariants.url(text);
      case PYTHON -> ProgramInvariants.python(text);
      case JAVASCRIPT -> ProgramInvariants.javascript(text);
      case ARGUMENTS -> Invariants.arguments(text);
    }
  }

  /** The labelled cases: a fuzzer begins with them. */
  List<String> cases() {
    Stream<String> texts =
        CaseFile.read(cases).stream().map(columns -> CaseFile.text(columns[column]));
    return switch (this) {
      case ARGV -> texts.map(text -> text.replace(" ", Invariants.SEPARATOR)).toList();
      case PATH, URL -> texts.flatMap(FuzzTarget::quoted).toList();
      case SQL, SHELL, PYTHON, JAVASCRIPT, ARGUMENTS -> texts.toList();
    };
  }

  private static Stream<String> quoted(String json) {
    return Stream.of(json.split("\"", -1)).filter(text -> text.length() > 2);
  }

  /** What a fuzzer found in the past: texts that broke something. */
  List<byte[]> findings() throws IOException, URISyntaxException {
    Path directory = Path.of(FuzzTarget.class.getResource("fuzz").toURI());
    List<byte[]> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(label() + "-")) {
          found.add(Files.readAllBytes(file));
        }
      }
    }
    return found;
  }
}
