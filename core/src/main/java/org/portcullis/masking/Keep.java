package org.portcullis.masking;

import java.util.List;

/**
 * Values that belong to the protocol and not to the data: ids, cursors, method names. Masking them
 * would break the exchange and hide nothing.
 *
 * @param paths matched from the root of the message only; {@code *} stands for one step, and an
 *     element of an array is a step; names are compared exactly; at most 64
 */
public record Keep(List<List<String>> paths) {

  /** Everything may be masked. */
  public static final Keep NOTHING = new Keep(List.of());

  private static final int MAX_PATHS = 64;

  public Keep {
    if (paths.size() > MAX_PATHS) {
      throw new IllegalArgumentException("paths: " + paths.size() + " (expected: at most 64)");
    }
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** Paths as dotted texts, for example {@code result.nextCursor}. */
  public static Keep of(String... dotted) {
    return new Keep(List.of(dotted).stream().map(path -> List.of(path.split("\\."))).toList());
  }

  /** Every path, as bits, at the root. */
  long start() {
    return paths.size() == MAX_PATHS ? -1L : (1L << paths.size()) - 1;
  }

  /**
   * The paths that still fit one step down.
   *
   * @param depth how many steps led to where we are
   */
  long step(long open, int depth, String name) {
    long next = 0;
    for (long rest = open; rest != 0; rest &= rest - 1) {
      int path = Long.numberOfTrailingZeros(rest);
      List<String> steps = paths.get(path);
      if (depth < steps.size()
          && (steps.get(depth).equals(FieldPath.ANY) || steps.get(depth).equals(name))) {
        next |= 1L << path;
      }
    }
    return next;
  }

  /** Whether one of these paths ends after so many steps. */
  boolean ends(long open, int depth) {
    for (long rest = open; rest != 0; rest &= rest - 1) {
      if (paths.get(Long.numberOfTrailingZeros(rest)).size() == depth) {
        return true;
      }
    }
    return false;
  }
}
