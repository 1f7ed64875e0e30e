package org.portcullis.policy.lint;

import java.util.List;
import org.portcullis.policy.Glob;

/** Lists of patterns, of which one has to match. */
final class Patterns {

  private Patterns() {}

  /** Whether connections of one list are connections of the other; an empty list is every one. */
  static boolean cover(List<Glob> wide, List<Glob> narrow) {
    return wide.isEmpty() || (!narrow.isEmpty() && coverEach(wide, narrow));
  }

  /** Whether each of these patterns is covered by one of those. */
  static boolean coverEach(List<Glob> wide, List<Glob> narrow) {
    return narrow.stream().allMatch(each -> wide.stream().anyMatch(glob -> glob.covers(each)));
  }
}
