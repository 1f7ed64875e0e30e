package org.portcullis.protocol.mcp;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.masking.Detection;
import org.portcullis.masking.FieldPath;
import org.portcullis.masking.Masker;
import org.portcullis.masking.Maskers;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.masking.MaskingEntry.Operator;

/** The product's own masker, for tests of what becomes of answers. */
final class Masking {

  private Masking() {}

  /** E-mail addresses and the field {@code ssn} become labels. */
  static Masker labels() {
    return of(Operator.LABEL, "ssn");
  }

  static Masker of(Operator operator, String... fields) {
    return Maskers.of(
        List.of(
            new MaskingEntry(
                "customer-data",
                Set.of(),
                List.of(),
                List.of(fields).stream().map(field -> new FieldPath(List.of(field))).toList(),
                EnumSet.of(Detection.EMAIL),
                operator)));
  }
}
