package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known while a text is read, with all the texts inside it. */
final class Reading {

  private static final int MAX_DEPTH = 50;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]");

  private static final int MAX_SHOWN = 1000;

  private final Findings findings = new Findings();
  private final ShellLine whole;
  private Set<String> functions = new HashSet<>();
  private int depth;

  /** Whether a quoted text holds what would run if it were evaluated. */
  private boolean hidesCode;

  private boolean evaluatesNames;

  Reading(String text) {
    String begin = text.substring(0, Math.min(text.length(), MAX_SHOWN));
    whole = new ShellLine(begin, List.of(), Set.of(), Optional.empty());
  }

  Findings findings() {
    return findings;
  }

  /** One level deeper; false when that is too deep. */
  boolean enter() {
    if (depth >= MAX_DEPTH) {
      doubt(Doubt.LIMIT);
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  boolean isNested() {
    return depth > 1;
  }

  void define(String function) {
    functions.add(function);
  }

  void forget(String function) {
    functions.remove(function);
  }

  void forgetAll() {
    functions.clear();
  }

  /** Runs this as another shell does, which knows none of the functions. */
  void inOtherShell(Runnable reader) {
    Set<String> known = functions;
    functions = new HashSet<>();
    reader.run();
    functions = known;
  }

  /** Whether it was surely defined before, so that its name starts no program. */
  boolean isFunction(String name) {
    return functions.contains(name);
  }

  void evaluates(String expression) {
    evaluatesNames |= NAME.matcher(expression).find();
  }

  /** A word that was read; what it holds in quotes may run later. */
  void saw(Word word) {
    String value = word.value();
    hidesCode |=
        word.quoted() && (value.contains("$(") || value.indexOf('`') >= 0 || value.endsWith("$"));
  }

  void doubt(Doubt doubt) {
    findings.opaque(Findings.SHELL, doubt, whole);
  }

  /** An expression runs the commands that its variables' values spell. */
  List<ShellFinding> end() {
    if (hidesCode && evaluatesNames) {
      doubt(Doubt.VARIABLE);
    }
    return findings.all();
  }
}
