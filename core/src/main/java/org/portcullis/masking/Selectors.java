package org.portcullis.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All field paths of a masker as one automaton without determinism, its states as bits: a bit says
 * that the steps of a path before it have matched. A step down costs a few operations on a word or
 * two, whatever the paths are. Immutable; shared by threads.
 */
final class Selectors {

  private final int words;
  private final Map<String, long[]> names = new HashMap<>();
  private final long[] any;
  private final long[] anyNumber;
  private final long[] ends;
  private final long[] start;
  private final int[] ruleOfEnd;

  /** Whether some path begins with a step that any name fits. */
  private final boolean beginsWithAny;

  /**
   * @param paths the paths of each rule, in the order of the rules
   */
  Selectors(List<List<FieldPath>> paths) {
    List<Integer> rules = new ArrayList<>();
    List<List<String>> steps = new ArrayList<>();
    int bits = 0;
    for (int rule = 0; rule < paths.size(); rule++) {
      for (FieldPath path : paths.get(rule)) {
        List<String> compact = compact(path.steps());
        steps.add(compact);
        rules.add(rule);
        bits += compact.size() + 1;
      }
    }
    words = (bits + 63) / 64;
    any = new long[words];
    anyNumber = new long[words];
    ends = new long[words];
    start = new long[words];
    ruleOfEnd = new int[bits];
    int bit = 0;
    for (int i = 0; i < steps.size(); i++) {
      bit = lay(steps.get(i), rules.get(i), bit);
    }
    beginsWithAny = meet(start, any) || meet(start, anyNumber);
  }

  boolean isEmpty() {
    return words == 0;
  }

  /** The first rule that selects anything, or -1. */
  int firstRule() {
    return rule(ends);
  }

  /** The state at a root. */
  long[] start() {
    return start;
  }

  /** The state below a member. */
  long[] member(long[] active, String normalized) {
    long[] named = names.get(normalized);
    if (named == null && active == start && !beginsWithAny) {
      return start;
    }
    long[] next = new long[words];
    for (int i = 0; i < words; i++) {
      next[i] = active[i] & (any[i] | (named == null ? 0 : named[i]));
    }
    shift(next);
    return close(next, active);
  }

  /** The state at an element of an array: the element is a step, or no step at all. */
  long[] element(long[] active) {
    if (active == start && !beginsWithAny) {
      return start;
    }
    long[] next = new long[words];
    for (int i = 0; i < words; i++) {
      next[i] = active[i] & any[i];
    }
    shift(next);
    for (int i = 0; i < words; i++) {
      next[i] |= active[i] & ~ends[i];
    }
    return close(next, active);
  }

  /** The first rule that selects what stands here, or -1. */
  int rule(long[] active) {
    for (int i = 0; i < words; i++) {
      long matched = active[i] & ends[i];
      if (matched != 0) {
        return ruleOfEnd[i * 64 + Long.numberOfTrailingZeros(matched)];
      }
    }
    return -1;
  }

  /** Adds what one more way reached. */
  static long[] join(long[] one, long[] other) {
    long[] both = one.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] |= other[i];
    }
    return both;
  }

  private static boolean meet(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      if ((one[i] & other[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** What stays, what may begin here, and what {@code **} lets through. */
  private long[] close(long[] next, long[] active) {
    for (int i = 0; i < words; i++) {
      next[i] |= (active[i] & anyNumber[i]) | start[i];
    }
    long[] through = new long[words];
    for (int i = 0; i < words; i++) {
      through[i] = next[i] & anyNumber[i];
    }
    shift(through);
    for (int i = 0; i < words; i++) {
      next[i] |= through[i];
    }
    return next;
  }

  private static void shift(long[] bits) {
    for (int i = bits.length - 1; i >= 0; i--) {
      bits[i] = bits[i] << 1 | (i == 0 ? 0 : bits[i - 1] >>> 63);
    }
  }

  private int lay(List<String> steps, int rule, int from) {
    set(start, from);
    int bit = from;
    for (String step : steps) {
      switch (step) {
        case FieldPath.ANY -> set(any, bit);
        case FieldPath.ANY_NUMBER -> set(anyNumber, bit);
        default -> set(names.computeIfAbsent(Names.normalize(step), n -> new long[words]), bit);
      }
      bit++;
    }
    set(ends, bit);
    ruleOfEnd[bit] = rule;
    return bit + 1;
  }

  private static void set(long[] bits, int bit) {
    bits[bit / 64] |= 1L << (bit % 64);
  }

  /** A path floats anyway, and two {@code **} in a row are one. */
  private static List<String> compact(List<String> steps) {
    List<String> compact = new ArrayList<>();
    String before = FieldPath.ANY_NUMBER;
    for (String step : steps) {
      if (!(step.equals(FieldPath.ANY_NUMBER) && before.equals(FieldPath.ANY_NUMBER))) {
        compact.add(step);
      }
      before = step;
    }
    return compact;
  }
}
