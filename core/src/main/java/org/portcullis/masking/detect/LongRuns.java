package org.portcullis.masking.detect;

/** Finds long runs of characters of some classes without looking at every character. */
final class LongRuns {

  private LongRuns() {}

  /** Takes a run. */
  interface Sink {
    void run(int from, int to);
  }

  /**
   * Tells of each longest run of at least so many characters. A run that long covers one of the
   * places that are looked at, so most of a text is passed over.
   */
  static void each(byte[] ascii, int mask, int min, Sink sink) {
    int from = 0;
    while (from + min <= ascii.length) {
      int probe = from + min - 1;
      int start = probe;
      while (start >= from && Chars.is(ascii[start], mask)) {
        start--;
      }
      if (start >= from) {
        from = start + 1;
        continue;
      }
      int end = probe + 1;
      while (end < ascii.length && Chars.is(ascii[end], mask)) {
        end++;
      }
      sink.run(from, end);
      from = end + 1;
    }
  }
}
