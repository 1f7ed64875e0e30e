package org.portcullis.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.masking.detect.Detectors;
import org.portcullis.masking.detect.Scanner;

/**
 * Masking entries in the order in which they apply: where several select or find the same value,
 * the one that shows less goes first, then the one that stands first in the policy. Immutable.
 */
final class Rules {

  private static final Map<Set<Detection>, Scanner> SCANNERS = new ConcurrentHashMap<>();

  private final List<MaskingEntry> entries;
  private final Selectors selectors;
  private final Scanner scanner;
  private final Map<Detection, Integer> ruleOf = new EnumMap<>(Detection.class);

  Rules(List<MaskingEntry> entries) {
    List<MaskingEntry> ordered = new ArrayList<>(entries);
    ordered.sort(Comparator.comparing(entry -> entry.operator() == Operator.LAST4));
    this.entries = List.copyOf(ordered);
    this.selectors = new Selectors(this.entries.stream().map(MaskingEntry::fields).toList());
    for (int rule = 0; rule < this.entries.size(); rule++) {
      for (Detection detection : this.entries.get(rule).detect()) {
        ruleOf.putIfAbsent(detection, rule);
      }
    }
    this.scanner = scanner(ruleOf.keySet());
  }

  /** A scanner for these detections; each combination is built once. */
  static Scanner scanner(Set<Detection> detections) {
    return SCANNERS.computeIfAbsent(
        Set.copyOf(detections),
        wanted ->
            Detectors.scanner(
                wanted.contains(Detection.EMAIL),
                wanted.contains(Detection.CREDIT_CARD),
                wanted.contains(Detection.SECRETS)));
  }

  boolean isEmpty() {
    return selectors.isEmpty() && ruleOf.isEmpty();
  }

  Selectors selectors() {
    return selectors;
  }

  Scanner scanner() {
    return scanner;
  }

  boolean detects(Detection detection) {
    return ruleOf.containsKey(detection);
  }

  boolean detectsNothing() {
    return ruleOf.isEmpty();
  }

  /** The rule for what a detection found; it must be one of those asked for. */
  int ruleOf(Detection detection) {
    return ruleOf.get(detection);
  }

  MaskingEntry entry(int rule) {
    return entries.get(rule);
  }
}
