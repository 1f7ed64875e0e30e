package org.portcullis.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * A selector of JSON members: a bare name ({@code ssn}) or a dotted path ({@code **.card.number},
 * {@code customers.*.ssn}). {@code *} stands for one step, {@code **} for any number; an array
 * element is a step of its own that a path may leave out, so that {@code customers.ssn} finds
 * {@code customers[0].ssn}. A path floats: it matches below any value, so that it finds the same
 * data in a structured answer, in a nested text and in a list. Names are compared without regard to
 * case, hyphens and underscores, so that {@code cardNumber} finds {@code card_number}.
 *
 * @param steps the steps in order; not empty; the last one is not {@code **}
 */
public record FieldPath(List<String> steps) {

  static final String ANY = "*";
  static final String ANY_NUMBER = "**";

  private static final int MAX_STEPS = 32;

  /** Refuses steps that are no path with an {@link IllegalArgumentException}. */
  public FieldPath {
    steps = List.copyOf(steps);
    check(!steps.isEmpty(), "path: empty (expected: a name or a dotted path)");
    check(steps.size() <= MAX_STEPS, "path: more than " + MAX_STEPS + " steps");
    steps.forEach(FieldPath::checkStep);
    check(
        !steps.get(steps.size() - 1).equals(ANY_NUMBER),
        "path: ends in ** (expected: a name or * at the end)");
  }

  /**
   * Reads a path as the policy spells it.
   *
   * @throws IllegalArgumentException when it is no path; the message says why and suits a policy
   *     author
   */
  public static FieldPath parse(String text) {
    List<String> steps = new ArrayList<>();
    for (String step : text.strip().split("\\.", -1)) {
      steps.add(step.strip());
    }
    check(!steps.equals(List.of("")), "path: empty (expected: a name or a dotted path)");
    return new FieldPath(steps);
  }

  /** The path as the policy spells it. */
  @Override
  public String toString() {
    return String.join(".", steps);
  }

  private static void checkStep(String step) {
    check(!step.isEmpty(), "path: a step is empty (expected: no dot at an end, no two in a row)");
    if (step.equals(ANY) || step.equals(ANY_NUMBER)) {
      return;
    }
    check(step.indexOf('*') < 0, "path: * inside a name (expected: *, ** or a whole name)");
    check(
        step.indexOf('[') < 0 && step.indexOf('$') < 0,
        "path: JSONPath signs (expected: names and dots; an element of an array is * or left out)");
    check(!Names.normalize(step).isEmpty(), "path: a step without a letter or digit");
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
