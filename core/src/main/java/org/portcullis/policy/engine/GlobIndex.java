package org.portcullis.policy.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.engine.GlobTree.Node;

/**
 * Finds all of many patterns that match a name by walking the name once, whatever the patterns are:
 * a finite automaton that is built while it is walked. One step is one look into a table once the
 * step was made before; making it costs at most as much as there are nodes in the tree, so the
 * whole is at most linear in the name for given patterns. What is kept is bounded: beyond, it
 * starts anew. Safe for use by many threads.
 *
 * @param <V> what is made of the numbers of the patterns that match
 */
final class GlobIndex<V> {

  private static final int CELLS = 1 << 14;
  private static final int CELLS_PER_NODE = 8;
  private static final int ASCII = 128;
  private static final int NO_CHARACTER = -1;

  private final Function<SortedSet<Integer>, V> make;
  private final int[] characters;
  private final int[] ascii = new int[ASCII];
  private final List<Node> first;
  private final int limit;
  private volatile Kept<V> kept;

  GlobIndex(GlobTree tree, Function<SortedSet<Integer>, V> make) {
    this(tree, make, Math.max(CELLS, CELLS_PER_NODE * tree.size()));
  }

  /**
   * An index that keeps less or more.
   *
   * @param limit how many places of tables and nodes of states it keeps
   */
  GlobIndex(GlobTree tree, Function<SortedSet<Integer>, V> make, int limit) {
    this.make = make;
    this.characters = tree.characters();
    for (int c = 0; c < ASCII; c++) {
      ascii[c] = symbolByLookup(c);
    }
    this.first = List.copyOf(tree.start());
    this.limit = limit;
    this.kept = new Kept<>(state(first));
  }

  /** What the patterns that match this name came to. */
  V find(String name) {
    State<V> state = kept.start;
    int length = name.length();
    for (int i = 0; i < length && !state.isEnd; ) {
      int c = name.codePointAt(i);
      int symbol = c < ASCII ? ascii[c] : symbolByLookup(c);
      State<V> next = state.next[symbol];
      state = next != null ? next : step(state, symbol);
      i += Character.charCount(c);
    }
    return state.value;
  }

  /** How much is kept at the moment. */
  int cells() {
    return kept.cells.get();
  }

  /** A character's place among those that patterns spell out, from 1; 0 for every other. */
  private int symbolByLookup(int character) {
    int place = Arrays.binarySearch(characters, character);
    return place < 0 ? 0 : place + 1;
  }

  private State<V> step(State<V> from, int symbol) {
    int character = symbol == 0 ? NO_CHARACTER : characters[symbol - 1];
    List<Node> nodes = List.copyOf(GlobTree.step(from.nodes, character));
    Kept<V> current = kept;
    State<V> known = current.states.get(nodes);
    State<V> state = known != null ? known : keep(current, state(nodes));
    from.next[symbol] = state;
    return state;
  }

  private State<V> keep(Kept<V> current, State<V> state) {
    int cells = state.next.length + state.nodes.size();
    if (current.cells.addAndGet(cells) > limit) {
      kept = new Kept<>(state(first));
      return state;
    }
    State<V> other = current.states.putIfAbsent(state.nodes, state);
    return other != null ? other : state;
  }

  private State<V> state(List<Node> nodes) {
    SortedSet<Integer> numbers = new TreeSet<>();
    nodes.stream().map(Node::numbers).forEach((Collection<Integer> some) -> numbers.addAll(some));
    return new State<>(nodes, make.apply(numbers), characters.length + 1);
  }

  /** What was built since it was last started anew. */
  private static final class Kept<V> {

    private final State<V> start;
    private final ConcurrentHashMap<List<Node>, State<V>> states = new ConcurrentHashMap<>();
    private final AtomicInteger cells = new AtomicInteger();

    private Kept(State<V> start) {
      this.start = start;
      states.put(start.nodes, start);
    }
  }

  /** The nodes that some text reaches, and what they come to if it ends there. */
  private static final class State<V> {

    private final List<Node> nodes;
    private final V value;
    private final boolean isEnd;

    /** By symbol. A thread sees a step or does not; what it sees is whole, as states are final. */
    private final @Nullable State<V>[] next;

    @SuppressWarnings("unchecked")
    private State(List<Node> nodes, V value, int symbols) {
      this.nodes = nodes;
      this.value = value;
      this.isEnd = nodes.stream().allMatch(Node::isEnd);
      this.next = (State<V>[]) new State<?>[symbols];
    }
  }
}
