package org.portcullis.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.masking.detect.Finding;

/** Hides what the detectors find in plain text. Immutable; shared by threads. */
final class TextMask {

  /** Hiding one value may bring another to light; more rounds than this mean a fault. */
  private static final int MAX_ROUNDS = 8;

  /** Types that say little, where another says more. */
  private static final Set<String> VAGUE = Set.of("GENERIC_SECRET", "BEARER_TOKEN");

  private final Rules rules;

  TextMask(Rules rules) {
    this.rules = rules;
  }

  /** A part of a text and how it is hidden; covers everything that overlapped. */
  private record Cover(int start, int end, String type, int typeLength, int rule) {

    static Cover of(Finding finding, int rule) {
      int length = finding.end() - finding.start();
      return new Cover(finding.start(), finding.end(), finding.type(), length, rule);
    }

    /** Both, named after the more telling or else the longer one, hidden by the stricter rule. */
    Cover with(Cover next) {
      boolean vague = VAGUE.contains(type);
      boolean longer = vague == VAGUE.contains(next.type) ? next.typeLength > typeLength : vague;
      return new Cover(
          start,
          Math.max(end, next.end),
          longer ? next.type : type,
          Math.max(typeLength, next.typeLength),
          Math.min(rule, next.rule));
    }
  }

  /** Masks until nothing more is found. The same text comes back when there is nothing to hide. */
  Masked mask(String text, String name, boolean mayBecomeNull, Hits hits) {
    if (rules.detectsNothing()) {
      return Masked.UNCHANGED;
    }
    String current = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Cover> covers = covers(current, name);
      if (covers.isEmpty()) {
        return Masked.from(text, current);
      }
      covers.forEach(cover -> hits.add(rules.entry(cover.rule).id(), cover.type));
      if (mayBecomeNull && isWhole(current, covers)) {
        return Masked.TO_NULL;
      }
      current = replace(current, covers);
    }
    throw new MaskingFailed("text: still holds values after " + MAX_ROUNDS + " rounds");
  }

  /** Whether there is anything to hide. */
  boolean isClean(String text, String name) {
    return covers(text, name).isEmpty();
  }

  /** Whether a text is a single value as a whole. */
  boolean isAllOne(String text, String name) {
    List<Cover> covers = covers(text, name);
    return covers.size() == 1 && covers.get(0).start == 0 && covers.get(0).end == text.length();
  }

  /** What would be hidden. */
  List<Span> spans(String text, String name) {
    return covers(text, name).stream()
        .map(cover -> new Span(cover.type, cover.start, cover.end))
        .toList();
  }

  private List<Cover> covers(String text, String name) {
    List<Cover> covers = new ArrayList<>(0);
    for (Finding finding : rules.scanner().scan(text, name)) {
      Cover cover = Cover.of(finding, rules.ruleOf(Detection.ofType(finding.type())));
      int last = covers.size() - 1;
      if (last >= 0 && cover.start < covers.get(last).end) {
        covers.set(last, covers.get(last).with(cover));
      } else {
        covers.add(cover);
      }
    }
    return covers;
  }

  private boolean isWhole(String text, List<Cover> covers) {
    Cover first = covers.get(0);
    return rules.entry(first.rule).operator() == Operator.NULL
        && text.substring(0, first.start).isBlank()
        && text.substring(first.end).isBlank();
  }

  private String replace(String text, List<Cover> covers) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (Cover cover : covers) {
      String value = text.substring(cover.start, cover.end);
      Operator operator = rules.entry(cover.rule).operator();
      masked.append(text, copied, cover.start).append(Operators.found(operator, cover.type, value));
      copied = cover.end;
    }
    return masked.append(text, copied, text.length()).toString();
  }
}
