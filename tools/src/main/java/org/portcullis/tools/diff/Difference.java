package org.portcullis.tools.diff;

import java.util.LinkedHashSet;
import java.util.Set;

/** A class of calls that are decided otherwise. Grows while calls are tried; for one thread. */
final class Difference {

  private final Outcome from;
  private final Outcome to;
  private final String commands;
  private final String example;
  private final Set<String> groups = new LinkedHashSet<>();
  private final Set<String> connections = new LinkedHashSet<>();
  private long recorded;

  Difference(Outcome from, Outcome to, String commands, String example) {
    this.from = from;
    this.to = to;
    this.commands = commands;
    this.example = example;
  }

  void add(String group, String connection) {
    groups.add(group);
    connections.add(connection);
  }

  void addRecorded() {
    recorded++;
  }

  Outcome from() {
    return from;
  }

  Outcome to() {
    return to;
  }

  String commands() {
    return commands;
  }

  String example() {
    return example;
  }

  Set<String> groups() {
    return groups;
  }

  Set<String> connections() {
    return connections;
  }

  long recorded() {
    return recorded;
  }

  /** Wider, stricter, or other: the same effect, asked or masked by something else. */
  String direction() {
    int compared = to.effect().compareTo(from.effect());
    if (compared == 0) {
      return "other";
    }
    return compared < 0 ? "wider" : "stricter";
  }
}
