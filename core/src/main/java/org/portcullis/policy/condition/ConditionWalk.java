package org.portcullis.policy.condition;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.condition.ConditionFacts.Comparison;
import org.portcullis.policy.condition.ConditionFacts.Path;

/** Walks through a parsed condition. Recursive: the depth of a condition is bounded. */
final class ConditionWalk {

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();
  private static final Set<String> VARIABLES =
      Set.of("args", "caller", "command", "connection", "session", "now");
  private static final String INDEX = "_[_]";
  private static final String NOT = "!_";
  private static final String IN = "@in";

  /** Operators by their names in the tree, and what they are from the right to the left. */
  private static final Map<String, String> OPERATORS =
      Map.of("_<_", "<", "_<=_", "<=", "_>_", ">", "_>=_", ">=", "_==_", "==", "_!=_", "!=");

  private static final Map<String, String> FLIPPED =
      Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");
  private static final Set<String> OF_TEXTS =
      Set.of("startsWith", "endsWith", "contains", "matches");
  private static final Set<String> OF_TIMES =
      Set.of(
          "getHours",
          "getMinutes",
          "getDayOfWeek",
          "getDayOfMonth",
          "getDate",
          "getDayOfYear",
          "getMonth",
          "getFullYear");

  private final Set<Path> used = new LinkedHashSet<>();
  private final Set<Path> tested = new LinkedHashSet<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final Set<String> withoutZone = new LinkedHashSet<>();

  private ConditionWalk() {}

  static ConditionFacts of(String expression) {
    ConditionWalk walk = new ConditionWalk();
    try {
      walk.visit(PARSER.parse(expression).getAst().getExpr(), false);
    } catch (CelValidationException e) {
      return new ConditionFacts(Set.of(), Set.of(), List.of(), Set.of());
    }
    return new ConditionFacts(walk.used, walk.tested, walk.comparisons, walk.withoutZone);
  }

  private void visit(CelExpr expr, boolean negated) {
    Optional<Path> path = path(expr);
    if (path.isPresent()) {
      used.add(path.get());
      return;
    }
    switch (expr.getKind()) {
      case SELECT -> {
        path(expr.select().operand(), expr.select().field()).ifPresent(tested::add);
        path(expr.select().operand())
            .filter(operand -> !operand.steps().isEmpty())
            .ifPresentOrElse(used::add, () -> visitUnknown(expr.select().operand(), negated));
      }
      case CALL -> call(expr.call(), negated);
      case LIST -> expr.list().elements().forEach(element -> visit(element, negated));
      case MAP -> expr.map().entries().forEach(entry -> visit(entry.value(), negated));
      case COMPREHENSION -> comprehension(expr.comprehension(), negated);
      default -> {
        // Constants and the variables of macros say nothing about the call.
      }
    }
  }

  /** The bare {@code args} of {@code has(args.x)} is no use of all the arguments. */
  private void visitUnknown(CelExpr operand, boolean negated) {
    if (path(operand).isEmpty()) {
      visit(operand, negated);
    }
  }

  private void comprehension(CelComprehension loop, boolean negated) {
    visit(loop.iterRange(), negated);
    visit(loop.accuInit(), negated);
    visit(loop.loopCondition(), negated);
    visit(loop.loopStep(), negated);
    visit(loop.result(), negated);
  }

  private void call(CelCall call, boolean negated) {
    boolean inside = negated != call.function().equals(NOT);
    note(call, negated);
    if (OF_TIMES.contains(call.function()) && call.args().isEmpty()) {
      withoutZone.add(call.function());
    }
    call.target().ifPresent(target -> visit(target, inside));
    call.args().forEach(argument -> visit(argument, inside));
  }

  private void note(CelCall call, boolean negated) {
    ImmutableList<CelExpr> args = call.args();
    String operator = OPERATORS.get(call.function());
    if (operator != null && args.size() == 2) {
      compare(args.get(0), operator, args.get(1), negated);
      compare(args.get(1), FLIPPED.getOrDefault(operator, operator), args.get(0), negated);
    } else if (call.function().equals(IN) && args.get(1).getKind() == Kind.LIST) {
      args.get(1).list().elements().forEach(each -> compare(args.get(0), "in", each, negated));
    } else if (OF_TEXTS.contains(call.function()) && call.target().isPresent() && !args.isEmpty()) {
      compare(call.target().get(), call.function(), args.get(0), negated);
    }
  }

  private void compare(CelExpr left, String operator, CelExpr right, boolean negated) {
    Optional<Path> path = path(left);
    Optional<Object> constant = constant(right);
    if (path.isPresent() && constant.isPresent()) {
      comparisons.add(new Comparison(path.get(), operator, constant.get(), negated));
    }
  }

  private static Optional<Object> constant(CelExpr expr) {
    if (expr.getKind() == Kind.CALL
        && expr.call().function().equals("-_")
        && expr.call().args().size() == 1) {
      return constant(expr.call().args().get(0)).flatMap(ConditionWalk::negative);
    }
    if (expr.getKind() == Kind.CALL
        && expr.call().function().equals("timestamp")
        && expr.call().args().size() == 1) {
      return constant(expr.call().args().get(0));
    }
    if (expr.getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case STRING_VALUE -> Optional.of(constant.stringValue());
      case INT64_VALUE -> Optional.of(constant.int64Value());
      case UINT64_VALUE -> Optional.of(constant.uint64Value().longValue());
      case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> negative(Object number) {
    if (number instanceof Long whole) {
      return Optional.of(-whole);
    }
    return number instanceof Double fraction ? Optional.of(-fraction) : Optional.empty();
  }

  /** The way to a value of a variable, as far as it is written out. */
  private static Optional<Path> path(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT ->
          VARIABLES.contains(expr.ident().name())
              ? Optional.of(new Path(expr.ident().name(), List.of()))
              : Optional.empty();
      case SELECT ->
          expr.select().testOnly()
              ? Optional.empty()
              : path(expr.select().operand(), expr.select().field());
      case CALL -> element(expr.call());
      default -> Optional.empty();
    };
  }

  private static Optional<Path> element(CelCall call) {
    if (!call.function().equals(INDEX) || call.args().size() != 2) {
      return Optional.empty();
    }
    Optional<Object> index = constant(call.args().get(1));
    return index.isPresent() && index.get() instanceof String key
        ? path(call.args().get(0), key)
        : Optional.empty();
  }

  private static Optional<Path> path(CelExpr operand, String member) {
    return path(operand)
        .map(
            path -> {
              List<String> steps = new ArrayList<>(path.steps());
              steps.add(member);
              return new Path(path.variable(), steps);
            });
  }
}
