package org.portcullis.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the rules whose patterns match a command's name without trying them all: literal patterns
 * by their text, the others by the literal characters that they begin with. Immutable.
 */
final class RuleIndex {

  private final List<Rule> rules;
  private final Map<String, BitSet> literal = new HashMap<>();
  private final Map<String, List<Candidate>> byPrefix = new HashMap<>();
  private final int[] prefixLengths;

  RuleIndex(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    Set<Integer> lengths = new TreeSet<>();
    for (int i = 0; i < rules.size(); i++) {
      for (Glob glob : rules.get(i).commands()) {
        add(i, glob, lengths);
      }
    }
    this.prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(int rule, Glob glob, Set<Integer> lengths) {
    if (glob.isLiteral()) {
      literal.computeIfAbsent(glob.text(), text -> new BitSet()).set(rule);
      return;
    }
    byPrefix
        .computeIfAbsent(glob.prefix(), prefix -> new ArrayList<>())
        .add(new Candidate(rule, glob));
    lengths.add(glob.prefix().length());
  }

  /** The rules that name this command, in the document's order; their conditions are not asked. */
  List<Rule> matching(String spelled) {
    BitSet found = new BitSet(rules.size());
    BitSet exactly = literal.get(spelled);
    if (exactly != null) {
      found.or(exactly);
    }
    for (int length : prefixLengths) {
      if (length > spelled.length()) {
        break;
      }
      for (Candidate candidate : candidates(spelled.substring(0, length))) {
        if (!found.get(candidate.rule) && candidate.glob.matches(spelled)) {
          found.set(candidate.rule);
        }
      }
    }
    return found.stream().mapToObj(rules::get).toList();
  }

  private List<Candidate> candidates(String prefix) {
    return byPrefix.getOrDefault(prefix, List.of());
  }

  private record Candidate(int rule, Glob glob) {}
}
