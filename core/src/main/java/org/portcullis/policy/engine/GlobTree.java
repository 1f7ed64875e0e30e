package org.portcullis.policy.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.Glob;

/**
 * Patterns that share what they begin with. A node stands for having read so much of some patterns;
 * after the same name, several nodes are reached at once.
 */
final class GlobTree {

  private final Node root = new Node(0);
  private final SortedSet<Integer> characters = new TreeSet<>();
  private int size = 1;

  /** Adds a pattern under a number; several may have the same. */
  void add(Glob glob, int number) {
    Node node = root;
    for (int character : glob.text().codePoints().toArray()) {
      node = below(node, character);
    }
    node.numbers.add(number);
  }

  /** Two stars side by side are one. */
  private Node below(Node node, int character) {
    if (character == '*') {
      if (node.isRun) {
        return node;
      }
      if (node.run == null) {
        node.run = new Node(size++);
        node.run.isRun = true;
      }
      return node.run;
    }
    if (character == '?') {
      if (node.one == null) {
        node.one = new Node(size++);
      }
      return node.one;
    }
    characters.add(character);
    return node.next.computeIfAbsent(character, any -> new Node(size++));
  }

  /** Every character that a pattern spells out, in ascending order; all others are alike. */
  int[] characters() {
    return characters.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many nodes there are. */
  int size() {
    return size;
  }

  /** The nodes that the empty text reaches. */
  SortedSet<Node> start() {
    SortedSet<Node> reached = new TreeSet<>();
    root.reach(reached);
    return reached;
  }

  /**
   * The nodes that one more character reaches.
   *
   * @param character one of {@link #characters}, or -1 for any other
   */
  static SortedSet<Node> step(List<Node> from, int character) {
    SortedSet<Node> reached = new TreeSet<>();
    for (Node node : from) {
      if (node.isRun) {
        reached.add(node);
      }
      if (node.one != null) {
        node.one.reach(reached);
      }
      Node next = node.next.get(character);
      if (next != null) {
        next.reach(reached);
      }
    }
    return reached;
  }

  /** A place in the tree. */
  static final class Node implements Comparable<Node> {

    private final int id;
    private final Map<Integer, Node> next = new HashMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private @Nullable Node one;
    private @Nullable Node run;
    private boolean isRun;

    private Node(int id) {
      this.id = id;
    }

    /** The numbers of the patterns that end here. */
    List<Integer> numbers() {
      return numbers;
    }

    /** Whether it stays reached, and nothing further is, whatever follows. */
    boolean isEnd() {
      return isRun && next.isEmpty() && one == null;
    }

    private void reach(SortedSet<Node> reached) {
      reached.add(this);
      if (run != null) {
        reached.add(run);
      }
    }

    @Override
    public int compareTo(Node other) {
      return Integer.compare(id, other.id);
    }
  }
}
