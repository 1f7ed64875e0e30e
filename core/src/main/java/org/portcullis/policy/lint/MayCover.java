package org.portcullis.policy.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.policy.Glob;
import org.portcullis.policy.lint.LintedPolicy.PlacedRule;

/**
 * Rules by what their patterns of commands can stand for: one without wildcards covers nothing but
 * itself. Without this, each rule would be compared with every other.
 */
final class MayCover {

  private final List<PlacedRule> wild = new ArrayList<>();
  private final Map<String, List<PlacedRule>> literal = new HashMap<>();

  MayCover(List<PlacedRule> rules) {
    for (PlacedRule placed : rules) {
      if (placed.rule().commands().stream().allMatch(Glob::isLiteral)) {
        placed.rule().commands().forEach(glob -> put(glob, placed));
      } else {
        wild.add(placed);
      }
    }
  }

  /** The rules that may cover one of these patterns; one may stand there twice. */
  List<PlacedRule> of(List<Glob> commands) {
    List<PlacedRule> rules = new ArrayList<>(wild);
    commands.forEach(glob -> rules.addAll(literal.getOrDefault(glob.text(), List.of())));
    return rules;
  }

  private void put(Glob glob, PlacedRule placed) {
    literal.computeIfAbsent(glob.text(), text -> new ArrayList<>()).add(placed);
  }
}
