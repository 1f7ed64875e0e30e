package org.portcullis.dissection.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.portcullis.dissection.code.CodeFinding.Handed;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;

/** What calls do with their arguments, by a table: run them, open them, ask for them. */
final class Sinks {

  private final SinkTable table;
  private final Findings findings;
  private final Consumer<String> code;

  /**
   * @param code reads a text as a program of the same language
   */
  Sinks(SinkTable table, Findings findings, Consumer<String> code) {
    this.table = table;
    this.findings = findings;
    this.code = code;
  }

  /** A line for a shell; no words when it is not told. */
  static Handed line(List<String> words) {
    return new Handed("shell", words, false, Set.of(), "", "!");
  }

  void apply(String callee, Value from, Node.Call call, List<Value> arguments) {
    Given given = new Given(from, call.arguments(), arguments);
    for (SinkTable.Row row : table.of(callee)) {
      apply(row, callee, given);
    }
  }

  private void apply(SinkTable.Row row, String callee, Given given) {
    Value value = given.value(row.parameter());
    if (value == null || (row.onlyIfAlike() && !row.isAlike(value))) {
      return;
    }
    switch (row.kind()) {
      case "shell" -> shell(value, given, callee);
      case "spawn" -> spawn(value, given, row.parameter(), callee);
      case "argv" -> argv(given.from(row.parameter()), callee);
      case "code" -> code(value);
      case "opaque" -> findings.doubt(Doubt.valueOf(row.detail()));
      case "file" -> findings.hand(handed("file", words(value), row.access(), "", callee));
      case "saved" -> saved(value, callee);
      case "open" -> findings.hand(handed("file", words(value), Modes.of(given), "", callee));
      case "http" -> request(value, row, given, callee);
      default -> findings.hand(handed(row.kind(), words(value), Set.of(), "", callee));
    }
  }

  private void request(Value value, SinkTable.Row row, Given given, String callee) {
    String method = row.detail();
    if (method.isEmpty()) {
      method = given.method();
    } else if (method.equals("-")) {
      method = "";
    } else if (Character.isDigit(method.charAt(0))) {
      Value told = given.value(method);
      method = told instanceof Value.Words words ? words.text() : "";
    }
    findings.hand(handed("http", words(value), Set.of(), method, callee));
  }

  /** Options may say where something is written. */
  private void saved(Value options, String callee) {
    Value path = options instanceof Value.Table table ? table.entries().get("path") : null;
    boolean whole = options instanceof Value.Table table && table.whole();
    if (path != null || !whole) {
      findings.hand(
          handed("file", words(path == null ? options : path), Set.of("write"), "", callee));
    }
  }

  private static Handed handed(
      String kind, List<String> words, Set<String> access, String method, String callee) {
    return new Handed(kind, words, false, access, method, callee);
  }

  private static List<String> words(Value value) {
    return value instanceof Value.Words words ? List.of(words.text()) : List.of();
  }

  /** A line, or a list of words, of which a shell may take the first for a line all the same. */
  private void shell(Value value, Given given, String callee) {
    if (value instanceof Value.Listed list) {
      argv(list.items(), callee);
      if (given.mayUseShell() && !list.items().isEmpty()) {
        findings.hand(handed("shell", words(list.items().get(0)), Set.of(), "", callee));
      }
    } else {
      findings.hand(handed("shell", words(value), Set.of(), "", callee));
    }
  }

  private void spawn(Value program, Given given, String parameter, String callee) {
    List<Value> all = new ArrayList<>(List.of(program));
    Value rest = given.after(parameter);
    if (rest instanceof Value.Listed list) {
      all.addAll(list.items());
    } else if (rest != null && !(rest instanceof Value.Table)) {
      all.add(rest instanceof Value.Own ? new Value.Words("", "") : Value.UNKNOWN);
    }
    if (rest instanceof Value.Own) {
      all.remove(all.size() - 1);
    }
    argv(all, callee);
    if (given.mayUseShell()) {
      List<String> words = told(all);
      List<String> line = words.isEmpty() ? words : List.of(String.join(" ", words));
      findings.hand(handed("shell", line, Set.of(), "", callee));
    }
  }

  private void argv(List<Value> values, String callee) {
    findings.hand(new Handed("shell", told(values), true, Set.of(), "", callee));
  }

  /** All words, or none when one is not told. */
  private static List<String> told(List<Value> values) {
    List<String> words = new ArrayList<>();
    for (Value value : values) {
      if (!(value instanceof Value.Words told)) {
        return List.of();
      }
      words.add(told.text());
    }
    return words;
  }

  /** A function that stands there was read already. */
  private void code(Value value) {
    if (value instanceof Value.Words words) {
      code.accept(words.text());
    } else if (!(value instanceof Value.Own)) {
      findings.doubt(Doubt.EVAL);
    }
  }
}
