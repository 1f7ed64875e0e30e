package org.portcullis.policy.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults and warnings of one document. */
final class Faults {

  /** More faults than a person reads at once are one fault more. */
  private static final int MAX = 500;

  private static final Comparator<PolicyFault> BY_PLACE =
      Comparator.comparingInt(PolicyFault::line).thenComparingInt(PolicyFault::column);

  private final List<PolicyFault> faults = new ArrayList<>();
  private final List<PolicyFault> warnings = new ArrayList<>();

  void add(int line, int column, String path, String message) {
    if (faults.size() < MAX) {
      faults.add(new PolicyFault(line, column, path, message));
    }
  }

  void warn(int line, int column, String path, String message) {
    if (warnings.size() < MAX) {
      warnings.add(new PolicyFault(line, column, path, message));
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<PolicyFault> faults() {
    return faults.stream().sorted(BY_PLACE).toList();
  }

  List<PolicyFault> warnings() {
    return warnings.stream().sorted(BY_PLACE).toList();
  }
}
