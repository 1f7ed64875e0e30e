package org.portcullis.demo.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The run so far. Immutable.
 *
 * @param turns the oldest first
 */
public record Transcript(List<Turn> turns) {

  /** A step and what was observed after it. */
  public record Turn(Step step, Observation observation) {}

  public Transcript {
    turns = List.copyOf(turns);
  }

  /** Nothing has happened yet. */
  public static Transcript empty() {
    return new Transcript(List.of());
  }

  /** This run and one more turn. */
  public Transcript with(Turn turn) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(turn);
    return new Transcript(longer);
  }

  /** What was observed last, if anything. */
  public Optional<Observation> lastObservation() {
    return turns.isEmpty()
        ? Optional.empty()
        : Optional.of(turns.get(turns.size() - 1).observation());
  }

  /** What was done last, waiting left out. */
  public Optional<Action> lastAction() {
    return turns.stream()
        .filter(turn -> turn.step() instanceof Step.Act)
        .map(turn -> ((Step.Act) turn.step()).action())
        .reduce((earlier, later) -> later);
  }

  /** How often the model waited. */
  public long waits() {
    return turns.stream().filter(turn -> turn.step() instanceof Step.Wait).count();
  }

  /** Observations of tool calls, the oldest first. */
  public List<Observation> observations() {
    return turns.stream()
        .filter(turn -> turn.step() instanceof Step.Act)
        .map(Turn::observation)
        .toList();
  }
}
