package org.portcullis.masking;

/** Where in a message a value stands, as far as masking cares. Immutable. */
final class Place {

  private final Selectors selectors;
  private final Keep keep;
  private final long[] active;
  private final long open;
  private final int depth;
  private final int rule;
  private final boolean kept;
  private final MemberName name;

  private Place(
      Selectors selectors,
      Keep keep,
      long[] active,
      long open,
      int depth,
      int rule,
      boolean kept,
      MemberName name) {
    this.selectors = selectors;
    this.keep = keep;
    this.active = active;
    this.open = open;
    this.depth = depth;
    this.rule = rule;
    this.kept = kept;
    this.name = name;
  }

  static Place root(Selectors selectors, Keep keep) {
    return new Place(
        selectors, keep, selectors.start(), keep.start(), 0, -1, false, MemberName.NONE);
  }

  /** The rule that masks what stands here, as it or something around it is selected; or -1. */
  int rule() {
    return rule;
  }

  /** Whether this is the protocol's own and stays as it is. */
  boolean kept() {
    return kept;
  }

  /** The normalized name of the nearest member if it says that its value is a secret; or empty. */
  String secretName() {
    return name.credential() ? name.normalized() : "";
  }

  /** Whether the nearest member's name says that its value is a secret. */
  boolean credential() {
    return name.credential();
  }

  Place member(MemberName member) {
    long[] next = selectors.member(active, member.normalized());
    int selecting = selectors.rule(next);
    if (member.segments().size() > 1) {
      long[] way = active;
      for (String segment : member.segments()) {
        way = selectors.member(way, segment);
        selecting = first(selecting, selectors.rule(way));
      }
      next = Selectors.join(next, way);
    }
    long still = open == 0 ? 0 : keep.step(open, depth, member.text());
    return below(next, still, selecting, member);
  }

  Place element(int index) {
    long[] next = selectors.element(active);
    long still = open == 0 ? 0 : keep.step(open, depth, Integer.toString(index));
    return below(next, still, selectors.rule(next), name);
  }

  /** The same place for JSON inside a text that stands here: what is kept is kept outside only. */
  Place inside() {
    return new Place(selectors, Keep.NOTHING, active, 0, 0, rule, false, name);
  }

  private Place below(long[] next, long still, int selecting, MemberName newName) {
    boolean keeps = kept || (still != 0 && keep.ends(still, depth + 1));
    return new Place(
        selectors, keep, next, still, depth + 1, first(rule, selecting), keeps, newName);
  }

  private static int first(int one, int other) {
    if (one < 0 || other < 0) {
      return Math.max(one, other);
    }
    return Math.min(one, other);
  }
}
