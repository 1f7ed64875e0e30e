package org.portcullis.policy.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Rule;
import org.portcullis.policy.ShadowRule;

/** What the rules said about one command, joined: the strictest wins. */
final class Findings {

  private final Inherited inherited;
  private final List<Finding> enforced = new ArrayList<>();
  private final List<Finding> shadow = new ArrayList<>();
  private final List<String> innerEnforced = new ArrayList<>();
  private final List<String> innerShadow = new ArrayList<>();

  Findings(Inherited inherited) {
    this.inherited = inherited;
    inherited.enforced().forEach(id -> enforced.add(new Finding(id, Effect.ALLOW, null)));
    inherited.shadow().forEach(id -> shadow.add(new Finding(id, Effect.ALLOW, null)));
  }

  /** Notes a rule that speaks, with the effect it came to. */
  void add(Rule rule, Effect effect) {
    Finding finding = new Finding(rule.id(), effect, rule);
    (rule.shadow() ? shadow : enforced).add(finding);
    if (rule.innerAny() && effect != Effect.BLOCK) {
      (rule.shadow() ? innerShadow : innerEnforced).add(rule.id());
    }
  }

  Ruling ruling() {
    Effect own = own();
    return new Ruling(own, rules(own), shadow(own), plans(own), masking(own), forInner(own));
  }

  /** What the sub-commands get: nothing new from a command that is blocked itself. */
  private Inherited forInner(Effect own) {
    List<String> counting = new ArrayList<>(inherited.enforced());
    List<String> noted = new ArrayList<>(inherited.shadow());
    if (own != Effect.BLOCK) {
      counting.addAll(innerEnforced);
      noted.addAll(innerShadow);
    }
    return new Inherited(counting, noted);
  }

  private Effect own() {
    return enforced.stream().map(Finding::effect).reduce(Effect::join).orElse(Effect.BLOCK);
  }

  private List<String> rules(Effect own) {
    if (enforced.isEmpty()) {
      return List.of(CommandDecision.NO_RULE);
    }
    return enforced.stream()
        .filter(finding -> finding.effect() == own)
        .map(Finding::id)
        .distinct()
        .toList();
  }

  /** The rules in shadow mode that would each, had it counted, have led to another effect. */
  private List<ShadowRule> shadow(Effect own) {
    if (shadow.isEmpty()) {
      return List.of();
    }
    // A rule may speak about a sub-command itself and through the command around it.
    Map<String, Effect> effects = new LinkedHashMap<>();
    for (Finding finding : shadow) {
      effects.merge(finding.id(), with(finding, own), Effect::join);
    }
    return effects.entrySet().stream()
        .filter(entry -> entry.getValue() != own)
        .map(entry -> new ShadowRule(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Effect with(Finding finding, Effect own) {
    return enforced.isEmpty() ? finding.effect() : own.join(finding.effect());
  }

  private Set<String> plans(Effect own) {
    Set<String> plans = new LinkedHashSet<>();
    if (own == Effect.APPROVE) {
      enforced.stream()
          .filter(finding -> finding.effect() == Effect.APPROVE && finding.rule() != null)
          .forEach(finding -> plans.add(finding.rule().plan()));
    }
    return plans;
  }

  /** What is masked is masked also where a stricter rule asks a human first. */
  private Set<String> masking(Effect own) {
    Set<String> masking = new LinkedHashSet<>();
    if (own != Effect.BLOCK) {
      enforced.stream()
          .filter(finding -> finding.effect() == Effect.MASK && finding.rule() != null)
          .forEach(finding -> masking.addAll(finding.rule().masking()));
    }
    return masking;
  }

  private record Finding(String id, Effect effect, @Nullable Rule rule) {}
}
