package org.portcullis.policy;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.portcullis.masking.FieldPath;

/** Reads the spelling of field selectors: names joined by dots, {@code *} and {@code **}. */
final class FieldPaths {

  /** What a message says was expected. */
  static final String EXPECTED =
      "a name, or names joined by dots with * for one step and ** for any number, not ending in **";

  private static final int MAX_STEPS = 32;
  private static final String ANY = "**";

  /** A name may hold blanks and marks, as keys of JSON do, but nothing that reads as syntax. */
  private static final Pattern STEP = Pattern.compile("\\*|\\*\\*|[^.*\\[\\]\"'\\pC]{1,128}");

  private FieldPaths() {}

  /** The selector, or empty when the text is none. */
  static Optional<FieldPath> parse(String text) {
    List<String> steps = List.of(text.split("\\.", -1));
    boolean wellFormed =
        steps.size() <= MAX_STEPS
            && steps.stream().allMatch(step -> STEP.matches(step) && step.equals(step.strip()))
            && !steps.get(steps.size() - 1).equals(ANY);
    return wellFormed ? Optional.of(new FieldPath(steps)) : Optional.empty();
  }
}
