package org.portcullis.policy.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;

/**
 * Finds the rules whose patterns match a command's name without trying them: names that are spelled
 * out by their hash, patterns by walking the name once ({@link GlobIndex}). Nothing changes but
 * what it keeps of what it found before. Safe for use by many threads.
 */
final class RuleIndex {

  private final List<Rule> rules;
  private final Map<String, Named> named = new HashMap<>();
  private final GlobIndex<Found> globs;

  RuleIndex(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    GlobTree tree = new GlobTree();
    for (int i = 0; i < rules.size(); i++) {
      for (Glob glob : rules.get(i).commands()) {
        if (glob.isLiteral()) {
          named.computeIfAbsent(glob.text(), text -> new Named()).numbers.add(i);
        } else {
          tree.add(glob, i);
        }
      }
    }
    this.globs = new GlobIndex<>(tree, this::found);
  }

  /** The rules that name a command of this spelling; their conditions are not asked. */
  Matching matching(String spelled) {
    Named exactly = named.get(spelled);
    if (exactly == null) {
      return globs.find(spelled).matching;
    }
    Matching known = exactly.matching;
    return known != null ? known : matching(spelled, exactly);
  }

  /** What a rule spells out, patterns of others may match as well. */
  private Matching matching(String spelled, Named exactly) {
    SortedSet<Integer> numbers = new TreeSet<>(exactly.numbers);
    numbers.addAll(globs.find(spelled).numbers);
    Matching matching = found(numbers).matching;
    exactly.matching = matching;
    return matching;
  }

  private Found found(SortedSet<Integer> numbers) {
    return new Found(List.copyOf(numbers), new Matching(numbers.stream().map(rules::get).toList()));
  }

  private record Found(List<Integer> numbers, Matching matching) {}

  /** The rules that spell out one name. */
  private static final class Named {

    private final List<Integer> numbers = new ArrayList<>();

    /** Made by whoever asks first, perhaps twice. What it holds is final: no thread sees half. */
    private @Nullable Matching matching;
  }
}
