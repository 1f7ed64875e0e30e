package org.portcullis.tools.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Variants;

/**
 * Makes the mutants of a policy: for every enforced rule it is dropped, its condition is dropped,
 * each pattern is widened, its connections are dropped, its effect is swapped, and {@code inner:
 * any} is dropped. Each is a mistake that a person makes while editing.
 */
final class Mutants {

  private final PolicyFile file;
  private final PolicyContent content;
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutants(PolicyFile file) {
    this.file = file;
    this.content = file.policy().content();
  }

  static List<Mutant> of(PolicyFile file) {
    Mutants mutants = new Mutants(file);
    for (Role role : mutants.content.roles().values()) {
      for (int i = 0; i < role.rules().size(); i++) {
        if (!role.rules().get(i).shadow()) {
          mutants.rule(role, i);
        }
      }
    }
    return mutants.mutants;
  }

  private void rule(Role role, int index) {
    Rule rule = role.rules().get(index);
    add(role, index, "id", "rule dropped", Optional.empty());
    if (rule.when().isPresent()) {
      add(role, index, "when", "condition dropped", Optional.of(Variants.always(rule)));
    }
    patterns(role, index, rule);
    if (!rule.on().isEmpty()) {
      add(role, index, "on", "connections dropped", Optional.of(RuleChange.of(rule).everywhere()));
    }
    Effect swapped = rule.effect() == Effect.ALLOW ? Effect.BLOCK : Effect.ALLOW;
    add(
        role,
        index,
        "effect",
        rule.effect().label() + " swapped for " + swapped.label(),
        Optional.of(RuleChange.of(rule).effect(swapped)));
    if (rule.innerAny()) {
      add(role, index, "inner", "inner: any dropped", Optional.of(RuleChange.of(rule).notInner()));
    }
  }

  private void patterns(Role role, int index, Rule rule) {
    for (int i = 0; i < rule.commands().size(); i++) {
      Glob wide = widened(rule.commands().get(i));
      if (!wide.equals(rule.commands().get(i))) {
        add(
            role,
            index,
            "commands",
            rule.commands().get(i).text() + " widened to " + wide.text(),
            Optional.of(RuleChange.of(rule).command(i, wide)),
            i);
      }
    }
  }

  private void add(
      Role role, int index, String key, String change, Optional<Rule> changed, Object... more) {
    Object[] steps = new Object[5 + more.length];
    steps[0] = "roles";
    steps[1] = role.name();
    steps[2] = "rules";
    steps[3] = index;
    steps[4] = key;
    System.arraycopy(more, 0, steps, 5, more.length);
    String id = role.rules().get(index).id();
    mutants.add(
        new Mutant(
            file.places().at(steps).line(), id + ": " + change, Variants.of(content, id, changed)));
  }

  /** The last part of a literal becomes a star; a pattern loses what stands before its star. */
  private static Glob widened(Glob glob) {
    String text = glob.text();
    int end = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
    String wide = text.substring(0, end + 1) + "*";
    if (!wide.equals(text)) {
      return Glob.of(wide);
    }
    int before = Math.max(text.lastIndexOf(':', end - 1), text.lastIndexOf('/', end - 1));
    return Glob.of(text.substring(0, before + 1) + "*");
  }
}
