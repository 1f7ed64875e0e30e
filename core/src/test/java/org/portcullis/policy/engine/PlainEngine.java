package org.portcullis.policy.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Rule;
import org.portcullis.policy.ShadowRule;
import org.portcullis.policy.Spelling;
import org.portcullis.policy.condition.Facts;
import org.portcullis.policy.condition.RuleCondition;

/**
 * Decides by trying every rule of every role, in the words of the policy's documentation: no index,
 * nothing kept, nothing shared with the engine but what one condition and the spelling come to.
 */
final class PlainEngine {

  private final PolicyContent content;

  PlainEngine(PolicyContent content) {
    this.content = content;
  }

  CallDecision decide(int version, EngineAgreesTest.Call call) {
    Set<String> roles = roles(call.groups());
    List<Rule> rules = rules(roles, call.connection());
    boolean opens = rules.stream().anyMatch(rule -> !rule.shadow() && lets(rule.effect()));
    List<CommandDecision> decisions =
        call.commands().stream()
            .map(command -> decide(rules, command, List.of(), List.of()))
            .toList();
    return new CallDecision(version, roles, decisions, opens ? Effect.ALLOW : Effect.BLOCK);
  }

  boolean shows(EngineAgreesTest.Call call, CommandName name) {
    List<Rule> naming =
        rules(roles(call.groups()), call.connection()).stream()
            .filter(rule -> names(rule, name) && !rule.shadow())
            .toList();
    return naming.stream().anyMatch(rule -> lets(rule.effect()))
        && naming.stream().noneMatch(rule -> !lets(rule.effect()) && rule.when().isEmpty());
  }

  private Set<String> roles(Set<String> groups) {
    Set<String> roles = new HashSet<>();
    content.groups().entrySet().stream()
        .filter(entry -> groups.contains(entry.getKey()))
        .forEach(entry -> roles.addAll(entry.getValue()));
    boolean more = true;
    while (more) {
      Set<String> included = new HashSet<>();
      roles.forEach(role -> included.addAll(content.roles().get(role).includes()));
      more = roles.addAll(included);
    }
    return roles;
  }

  private List<Rule> rules(Set<String> roles, String connection) {
    return content.roles().values().stream()
        .filter(role -> roles.contains(role.name()))
        .flatMap(role -> role.rules().stream())
        .filter(rule -> rule.on().isEmpty() || matches(rule.on(), connection))
        .toList();
  }

  private CommandDecision decide(
      List<Rule> rules, Command command, List<String> inherited, List<String> inheritedShadow) {
    List<Said> enforced = new ArrayList<>();
    List<Said> shadow = new ArrayList<>();
    inherited.forEach(id -> enforced.add(new Said(id, Effect.ALLOW, null)));
    inheritedShadow.forEach(id -> shadow.add(new Said(id, Effect.ALLOW, null)));
    rules.stream()
        .filter(rule -> names(rule, command.name()))
        .forEach(rule -> say(rule, command, rule.shadow() ? shadow : enforced));
    Effect own = strictest(enforced);
    List<CommandDecision> inner =
        command.inner().stream()
            .map(
                below ->
                    decide(
                        rules,
                        below,
                        forInner(inherited, enforced, own),
                        forInner(inheritedShadow, shadow, own)))
            .toList();
    Set<String> plans = new HashSet<>();
    Set<String> masking = new HashSet<>();
    for (Said said : enforced) {
      if (said.rule != null && own == Effect.APPROVE && said.effect == Effect.APPROVE) {
        plans.add(said.rule.plan());
      }
      if (said.rule != null && own != Effect.BLOCK && said.effect == Effect.MASK) {
        masking.addAll(said.rule.masking());
      }
    }
    return new CommandDecision(
        command, own, ids(enforced, own), noted(shadow, enforced, own), plans, masking, inner);
  }

  private static void say(Rule rule, Command command, List<Said> said) {
    RuleCondition.Outcome outcome =
        rule.when()
            .map(condition -> condition.test(new Facts(null, command)))
            .orElse(RuleCondition.Outcome.TRUE);
    if (outcome == RuleCondition.Outcome.TRUE) {
      said.add(new Said(rule.id(), rule.effect(), rule));
    } else if (outcome == RuleCondition.Outcome.FAILED) {
      said.add(new Said(rule.id(), Effect.BLOCK, rule));
    }
  }

  private static List<String> forInner(List<String> inherited, List<Said> said, Effect own) {
    List<String> all = new ArrayList<>(inherited);
    said.stream()
        .filter(one -> own != Effect.BLOCK && one.rule != null)
        .filter(one -> one.rule.innerAny() && one.effect != Effect.BLOCK)
        .forEach(one -> all.add(one.id));
    return all;
  }

  private static List<String> ids(List<Said> enforced, Effect own) {
    if (enforced.isEmpty()) {
      return List.of(CommandDecision.NO_RULE);
    }
    Set<String> ids = new LinkedHashSet<>();
    enforced.stream().filter(said -> said.effect == own).forEach(said -> ids.add(said.id));
    return List.copyOf(ids);
  }

  private static List<ShadowRule> noted(List<Said> shadow, List<Said> enforced, Effect own) {
    Map<String, Effect> effects = new LinkedHashMap<>();
    for (Said said : shadow) {
      List<Said> with = new ArrayList<>(enforced);
      with.add(said);
      Effect before = effects.getOrDefault(said.id, Effect.ALLOW);
      effects.put(said.id, before.join(strictest(with)));
    }
    List<ShadowRule> noted = new ArrayList<>();
    effects.forEach((id, effect) -> noted.add(new ShadowRule(id, effect)));
    noted.removeIf(rule -> rule.effect() == own);
    return noted;
  }

  private static Effect strictest(List<Said> said) {
    Effect strictest = said.isEmpty() ? Effect.BLOCK : Effect.ALLOW;
    for (Said one : said) {
      strictest = one.effect.compareTo(strictest) > 0 ? one.effect : strictest;
    }
    return strictest;
  }

  private static boolean names(Rule rule, CommandName name) {
    return matches(rule.commands(), Spelling.of(name.text()));
  }

  private static boolean matches(List<Glob> globs, String text) {
    return globs.stream()
        .anyMatch(
            glob -> matches(glob.text().codePoints().toArray(), 0, text.codePoints().toArray(), 0));
  }

  private static boolean matches(int[] pattern, int p, int[] text, int t) {
    if (p == pattern.length) {
      return t == text.length;
    }
    if (pattern[p] == '*') {
      return matches(pattern, p + 1, text, t)
          || (t < text.length && matches(pattern, p, text, t + 1));
    }
    return t < text.length
        && (pattern[p] == '?' || pattern[p] == text[t])
        && matches(pattern, p + 1, text, t + 1);
  }

  private static boolean lets(Effect effect) {
    return effect != Effect.BLOCK;
  }

  /** What one rule said; an inherited permission has no rule. */
  private record Said(String id, Effect effect, Rule rule) {}
}
