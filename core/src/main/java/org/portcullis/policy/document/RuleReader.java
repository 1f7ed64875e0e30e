package org.portcullis.policy.document;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.Rule;
import org.portcullis.policy.condition.ConditionCompiler;
import org.portcullis.policy.condition.RuleCondition;
import org.portcullis.policy.document.YamlNode.Scalar;

/** Reads rules; their ids are unique over the whole policy. */
final class RuleReader {

  private static final List<String> KEYS =
      List.of("id", "effect", "on", "commands", "when", "approval", "mask", "mode", "inner");
  private static final List<String> EFFECTS =
      Arrays.stream(Effect.values()).map(Effect::label).toList();
  private static final List<String> MODES = List.of("enforce", "shadow");
  private static final List<String> INNER = List.of("any");

  private final KnownNames names;
  private final Set<String> ids = new HashSet<>();

  RuleReader(KnownNames names) {
    this.names = names;
  }

  /** The rule; it counts only when no fault was noted. */
  Optional<Rule> read(Field field) {
    return field.section(KEYS).flatMap(this::read);
  }

  private Optional<Rule> read(Section section) {
    Optional<String> id = section.required("id").flatMap(this::id);
    Optional<Effect> effect =
        section
            .required("effect")
            .flatMap(field -> field.word(EFFECTS, String.join(" | ", EFFECTS)))
            .flatMap(Effect::named);
    List<Glob> on =
        some(section.optional("on"), "at least one connection, or leave it out for all").stream()
            .flatMap(pattern -> Patterns.connection(pattern).stream())
            .toList();
    List<Glob> commands =
        some(section.required("commands"), "at least one command").stream()
            .flatMap(pattern -> Patterns.command(pattern).stream())
            .toList();
    Optional<RuleCondition> when =
        section.optional("when").flatMap(field -> condition(field, commands));
    Optional<String> mode =
        section.optional("mode").flatMap(field -> field.word(MODES, "enforce | shadow"));
    String plan = plan(section, effect);
    List<String> masking = masking(section, effect);
    boolean innerAny = innerAny(section, effect);
    if (id.isEmpty() || effect.isEmpty()) {
      return Optional.empty();
    }
    boolean shadow = mode.filter("shadow"::equals).isPresent();
    return Optional.of(
        new Rule(id.get(), effect.get(), on, commands, when, plan, masking, shadow, innerAny));
  }

  private Optional<String> id(Field field) {
    Optional<String> id = field.identifier();
    if (id.isPresent() && id.get().equals(CommandDecision.NO_RULE)) {
      field.fault(Expected.that("id", id.get(), "another name, this one is the gate's own"));
    } else if (id.isPresent() && !ids.add(id.get())) {
      field.fault(Expected.that("id", id.get(), "an id that no other rule of the policy has"));
    }
    return id;
  }

  private static List<Field> some(Optional<Field> field, String hint) {
    return field.map(found -> found.someElements(hint)).orElse(List.of());
  }

  private static Optional<RuleCondition> condition(Field field, List<Glob> commands) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    ConditionCompiler.Compiled compiled = ConditionCompiler.compile(text.get());
    if (compiled instanceof ConditionCompiler.Compiled.Wrong wrong) {
      conditionFault(field, wrong);
      return Optional.empty();
    }
    CommandArguments.doubt(commands, text.get()).ifPresent(field::warn);
    return Optional.of(((ConditionCompiler.Compiled.Ready) compiled).condition());
  }

  /** Points into the expression where its characters stand in the document one by one. */
  private static void conditionFault(Field field, ConditionCompiler.Compiled.Wrong wrong) {
    Scalar scalar = (Scalar) field.value();
    boolean exact = scalar.verbatim() && wrong.line() == 1;
    int column = scalar.column();
    if (exact) {
      column += wrong.column() + (scalar.plain() ? 0 : 1);
    }
    String message = Expected.that("when", wrong.found(), wrong.expected());
    field.faults().add(scalar.line(), column, field.path(), message);
  }

  private String plan(Section section, Optional<Effect> effect) {
    Optional<Field> approval = section.optional("approval");
    if (effect.isPresent() && effect.get() == Effect.APPROVE) {
      return section
          .required("approval", "the name of a plan, because the effect is approve")
          .flatMap(this::plan)
          .orElse("");
    }
    if (effect.isEmpty()) {
      approval.ifPresent(this::plan);
    }
    misplaced(approval, effect, "approve");
    return "";
  }

  private Optional<String> plan(Field field) {
    return field.word(names.plans(), "a plan of this policy's approvals");
  }

  private List<String> masking(Section section, Optional<Effect> effect) {
    if (effect.isPresent() && effect.get() == Effect.MASK) {
      return masking(
          section.required("mask", "ids of masking entries, because the effect is mask"));
    }
    if (effect.isEmpty()) {
      masking(section.optional("mask"));
    }
    misplaced(section.optional("mask"), effect, "mask");
    return List.of();
  }

  private List<String> masking(Optional<Field> mask) {
    return some(mask, "at least one masking entry").stream()
        .flatMap(id -> id.word(names.entries(), "a masking entry of this policy").stream())
        .distinct()
        .toList();
  }

  private static boolean innerAny(Section section, Optional<Effect> effect) {
    Optional<Field> inner = section.optional("inner");
    if (inner.isPresent() && effect.isPresent() && effect.get() == Effect.BLOCK) {
      misplaced(inner, effect, "allow, mask or approve");
      return false;
    }
    return inner.flatMap(field -> field.word(INNER, "any")).isPresent();
  }

  private static void misplaced(Optional<Field> field, Optional<Effect> effect, String with) {
    if (field.isPresent() && effect.isPresent()) {
      field
          .get()
          .fault(
              field.get().name()
                  + ": stands in a rule with effect "
                  + effect.get().label()
                  + " (expected: only with effect "
                  + with
                  + ")");
    }
  }
}
