package org.portcullis.masking.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The automaton of Aho and Corasick (Communications of the ACM 18(6), 1975) over ASCII, as one
 * dense table: one load per character. A state is the offset of its row; accepting states are the
 * last.
 */
final class LiteralAutomaton {

  private final byte[] classes;
  private final int width;
  private final int[] next;
  private final int firstAccepting;
  private final List<List<Output>> outputs;

  /** A literal that ends in a state. */
  record Output(int rule, int length) {}

  private LiteralAutomaton(
      byte[] classes, int width, int[] next, int firstAccepting, List<List<Output>> outputs) {
    this.classes = classes;
    this.width = width;
    this.next = next;
    this.firstAccepting = firstAccepting;
    this.outputs = outputs;
  }

  static LiteralAutomaton of(List<TokenRule> rules) {
    Builder builder = new Builder();
    for (int rule = 0; rule < rules.size(); rule++) {
      for (String literal : rules.get(rule).literals()) {
        builder.add(literal, rule);
      }
    }
    return builder.build();
  }

  /** Tells a sink of every literal in a text. */
  void run(byte[] ascii, Sink sink) {
    byte[] classOf = classes;
    int[] table = next;
    int accepting = firstAccepting * width;
    int state = 0;
    for (int i = 0; i < ascii.length; i++) {
      state = table[state + classOf[ascii[i]]];
      if (state >= accepting) {
        sink.found(outputs.get(state / width - firstAccepting), i + 1);
      }
    }
  }

  /** Takes the literals that end at an offset. */
  interface Sink {
    void found(List<Output> outputs, int end);
  }

  /** A trie first, then its failure links, then the table. */
  private static final class Builder {

    private static final int NONE = -1;

    private final byte[] classes = new byte[128];
    private final List<int[]> edges = new ArrayList<>();
    private final List<List<Output>> outputs = new ArrayList<>();
    private int width = 1;

    Builder() {
      newState();
    }

    void add(String literal, int rule) {
      int state = 0;
      for (int i = 0; i < literal.length(); i++) {
        int symbol = symbol(literal.charAt(i));
        int target = edges.get(state)[symbol];
        if (target == NONE) {
          target = newState();
          edges.get(state)[symbol] = target;
        }
        state = target;
      }
      outputs.get(state).add(new Output(rule, literal.length()));
    }

    LiteralAutomaton build() {
      link();
      int[] numbers = new int[edges.size()];
      int firstAccepting = number(numbers);
      int[] next = new int[edges.size() * width];
      List<List<Output>> accepted = new ArrayList<>();
      for (int i = firstAccepting; i < edges.size(); i++) {
        accepted.add(List.of());
      }
      for (int state = 0; state < edges.size(); state++) {
        for (int symbol = 0; symbol < width; symbol++) {
          next[numbers[state] * width + symbol] = numbers[edges.get(state)[symbol]] * width;
        }
        if (numbers[state] >= firstAccepting) {
          accepted.set(numbers[state] - firstAccepting, List.copyOf(outputs.get(state)));
        }
      }
      return new LiteralAutomaton(classes, width, next, firstAccepting, List.copyOf(accepted));
    }

    /** Breadth first: the link of a state leads to the longest other literal's beginning. */
    private void link() {
      int[] links = new int[edges.size()];
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      queue.add(0);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        int link = links[state];
        for (int symbol = 0; symbol < width; symbol++) {
          int target = edges.get(state)[symbol];
          int fallback = state == 0 ? 0 : edges.get(link)[symbol];
          if (target == NONE) {
            edges.get(state)[symbol] = fallback;
          } else {
            links[target] = fallback;
            outputs.get(target).addAll(outputs.get(fallback));
            queue.add(target);
          }
        }
      }
    }

    private int number(int[] numbers) {
      int number = 0;
      for (int state = 0; state < numbers.length; state++) {
        if (outputs.get(state).isEmpty()) {
          numbers[state] = number++;
        }
      }
      int firstAccepting = number;
      for (int state = 0; state < numbers.length; state++) {
        if (!outputs.get(state).isEmpty()) {
          numbers[state] = number++;
        }
      }
      return firstAccepting;
    }

    private int symbol(char c) {
      if (classes[c] == 0) {
        classes[c] = (byte) width++;
      }
      return classes[c];
    }

    /** Room for every class that may still come: all of ASCII and the rest. */
    private int newState() {
      int[] targets = new int[129];
      Arrays.fill(targets, NONE);
      edges.add(targets);
      outputs.add(new ArrayList<>());
      return edges.size() - 1;
    }
  }
}
