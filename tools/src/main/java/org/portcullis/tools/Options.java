package org.portcullis.tools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line, read. */
public final class Options {

  private final List<String> operands = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> flags = new HashSet<>();

  private Options() {}

  /** Reads the words behind a tool's name; throws {@link Unusable} for what the tool knows not. */
  public static Options read(List<String> words, Tool tool) {
    Options options = new Options();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        options.operands.add(word);
      } else if (tool.flags().contains(word)) {
        options.flags.add(word);
      } else if (!tool.valued().contains(word)) {
        throw new Unusable("unknown option " + word);
      } else if (++i == words.size()) {
        throw new Unusable(word + ": a value is missing");
      } else if (options.values.put(word, words.get(i)) != null) {
        throw new Unusable(word + ": stands twice");
      }
    }
    return options;
  }

  /** The operand at a place, or what is missing. */
  public String operand(int index, String noun) {
    if (index >= operands.size()) {
      throw new Unusable(noun + " is missing");
    }
    return operands.get(index);
  }

  /** All operands from a place on. */
  public List<String> operandsFrom(int index) {
    return index >= operands.size() ? List.of() : operands.subList(index, operands.size());
  }

  /** Refuses more operands than that. */
  public void atMost(int count) {
    if (operands.size() > count) {
      throw new Unusable("unexpected: " + operands.get(count));
    }
  }

  /** Whether a flag is there. */
  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /** The value of an option. */
  public Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** The value of an option that has to be there. */
  public String required(String option) {
    return value(option).orElseThrow(() -> new Unusable(option + " is missing"));
  }

  /** The value of an option as a list, cut at commas; empty when it is not there. */
  public List<String> list(String option) {
    return value(option).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** A percentage from 0 to 100; empty when the option is not there. */
  public Optional<Integer> percentage(String option) {
    Optional<String> value = value(option);
    if (value.isPresent() && !value.get().matches("[0-9]|[1-9][0-9]|100")) {
      throw new Unusable(option + ": " + value.get() + " (expected: 0 to 100)");
    }
    return value.map(Integer::valueOf);
  }
}
