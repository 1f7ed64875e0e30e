package org.portcullis.policy.condition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a condition looks at, for tools that study a policy. Deciding never asks for it.
 *
 * @param used the values whose content counts
 * @param tested the values that are asked for by {@code has}
 * @param comparisons the comparisons of such a value with a constant
 * @param withoutZone functions that read a time of day or a date of {@code now} without a zone
 */
public record ConditionFacts(
    Set<Path> used, Set<Path> tested, List<Comparison> comparisons, Set<String> withoutZone) {

  public ConditionFacts {
    used = Set.copyOf(used);
    tested = Set.copyOf(tested);
    comparisons = List.copyOf(comparisons);
    withoutZone = Set.copyOf(withoutZone);
  }

  /**
   * The way to a value.
   *
   * @param variable {@code args}, {@code caller} and so on
   * @param steps the members behind it; where a member is computed, the way ends before it
   */
  public record Path(String variable, List<String> steps) {

    public Path {
      steps = List.copyOf(steps);
    }

    /** Whether this value holds the other, or is it. */
    public boolean holds(Path other) {
      return variable.equals(other.variable)
          && steps.size() <= other.steps.size()
          && steps.equals(other.steps.subList(0, steps.size()));
    }

    /** As conditions spell it. */
    @Override
    public String toString() {
      return steps.isEmpty() ? variable : variable + "." + String.join(".", steps);
    }
  }

  /**
   * A comparison.
   *
   * @param operator {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ==}, {@code !=}, {@code
   *     in}, or the name of a function of texts such as {@code endsWith}
   * @param constant a String, Long, Double or Boolean; of a timestamp its text
   * @param negated whether an odd number of negations stands around it
   */
  public record Comparison(Path path, String operator, Object constant, boolean negated) {

    /** Whether the condition holds for values other than the constant. */
    public boolean excludes() {
      return negated != operator.equals("!=");
    }
  }

  /** The facts of a condition that was compiled; none of a text that is no condition. */
  public static ConditionFacts of(String expression) {
    return ConditionWalk.of(expression);
  }

  /** What the condition looks at below {@code args}, tested or used. */
  public Set<Path> arguments() {
    List<Path> all = new ArrayList<>(used);
    all.addAll(tested);
    Set<Path> arguments = new LinkedHashSet<>(all);
    arguments.removeIf(path -> !path.variable().equals("args"));
    return arguments;
  }
}
