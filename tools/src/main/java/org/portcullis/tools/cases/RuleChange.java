package org.portcullis.tools.cases;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;

/** A rule with one thing changed. */
record RuleChange(Rule rule) {

  static RuleChange of(Rule rule) {
    return new RuleChange(rule);
  }

  /** On every connection. */
  Rule everywhere() {
    return with(rule.effect(), List.of(), rule.commands(), rule.innerAny());
  }

  /** With another pattern at a place. */
  Rule command(int index, Glob glob) {
    List<Glob> commands = new ArrayList<>(rule.commands());
    commands.set(index, glob);
    return with(rule.effect(), rule.on(), commands, rule.innerAny());
  }

  /** With another effect, allow or block, which need nothing more. */
  Rule effect(Effect effect) {
    return with(effect, rule.on(), rule.commands(), rule.innerAny());
  }

  /** Without letting sub-commands through. */
  Rule notInner() {
    return with(rule.effect(), rule.on(), rule.commands(), false);
  }

  private Rule with(Effect effect, List<Glob> on, List<Glob> commands, boolean innerAny) {
    boolean same = effect == rule.effect();
    return new Rule(
        rule.id(),
        effect,
        on,
        commands,
        rule.when(),
        same ? rule.plan() : "",
        same ? rule.masking() : List.of(),
        rule.shadow(),
        innerAny && effect != Effect.BLOCK);
  }
}
