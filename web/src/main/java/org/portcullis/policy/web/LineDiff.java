package org.portcullis.policy.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts, line by line: a longest common subsequence between what both begin
 * and end with. Where more than {@value #MAX_CELLS} pairs of lines would have to be compared, the
 * whole middle is shown as replaced.
 */
final class LineDiff {

  private static final int MAX_CELLS = 1_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A line of either text.
   *
   * @param before its number in the text before, from 1; 0 when it is not there
   * @param after its number in the text after, from 1; 0 when it is not there
   */
  record Line(int before, int after, String text) {

    boolean isAdded() {
      return before == 0;
    }

    boolean isRemoved() {
      return after == 0;
    }

    boolean isChanged() {
      return isAdded() || isRemoved();
    }
  }

  /** Every line of both texts, in order; removed ones before added ones. */
  static List<Line> of(String before, String after) {
    LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
    diff.run();
    return diff.lines;
  }

  private void run() {
    int begin = 0;
    int most = Math.min(before.size(), after.size());
    while (begin < most && before.get(begin).equals(after.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < most - begin
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    for (int i = 0; i < begin; i++) {
      lines.add(new Line(i + 1, i + 1, after.get(i)));
    }
    middle(begin, before.size() - end, after.size() - end);
    for (int i = end; i > 0; i--) {
      int line = after.size() - i;
      lines.add(new Line(before.size() - i + 1, line + 1, after.get(line)));
    }
  }

  private void middle(int begin, int beforeEnd, int afterEnd) {
    long cells = (long) (beforeEnd - begin) * (afterEnd - begin);
    int[][] common = cells > MAX_CELLS ? new int[0][] : common(begin, beforeEnd, afterEnd);
    int i = begin;
    int j = begin;
    while (common.length > 0 && i < beforeEnd && j < afterEnd) {
      if (before.get(i).equals(after.get(j))) {
        lines.add(new Line(++i, ++j, after.get(j - 1)));
      } else if (common[i - begin + 1][j - begin] >= common[i - begin][j - begin + 1]) {
        lines.add(new Line(++i, 0, before.get(i - 1)));
      } else {
        lines.add(new Line(0, ++j, after.get(j - 1)));
      }
    }
    while (i < beforeEnd) {
      lines.add(new Line(++i, 0, before.get(i - 1)));
    }
    while (j < afterEnd) {
      lines.add(new Line(0, ++j, after.get(j - 1)));
    }
  }

  /** The length of the longest common subsequence from each pair of lines to the end. */
  private int[][] common(int begin, int beforeEnd, int afterEnd) {
    int[][] common = new int[beforeEnd - begin + 1][afterEnd - begin + 1];
    for (int i = beforeEnd - 1; i >= begin; i--) {
      for (int j = afterEnd - 1; j >= begin; j--) {
        common[i - begin][j - begin] =
            before.get(i).equals(after.get(j))
                ? common[i - begin + 1][j - begin + 1] + 1
                : Math.max(common[i - begin + 1][j - begin], common[i - begin][j - begin + 1]);
      }
    }
    return common;
  }
}
