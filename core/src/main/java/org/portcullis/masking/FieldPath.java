package org.portcullis.masking;

import java.util.List;

/**
 * A selector of JSON members: a bare name ({@code ssn}) or a dotted path ({@code **.card.number},
 * {@code customers.*.ssn}). {@code *} stands for one step, {@code **} for any number; array
 * elements are a step of their own. A path floats: it matches below any value, so that it finds the
 * same data in a structured answer, in a nested text and in a list. Names are compared without
 * regard to case, hyphens and underscores, so that {@code cardNumber} finds {@code card_number}.
 *
 * @param steps the steps in order; not empty; the last one is not {@code **}
 */
public record FieldPath(List<String> steps) {

  public FieldPath {
    steps = List.copyOf(steps);
  }
}
