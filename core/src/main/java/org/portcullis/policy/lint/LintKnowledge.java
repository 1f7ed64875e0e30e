package org.portcullis.policy.lint;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known around a policy. Whatever is not known is not found fault with.
 *
 * @param tools the tools behind the connections
 * @param connections the names of all connections that there are; empty when they are not known
 * @param people who is in a group, by the group's name; empty when that is not known
 * @param changed when a line of the document was last changed, or null where that is not known
 * @param now the time that ages are counted to
 */
public record LintKnowledge(
    KnownTools tools,
    Optional<Set<String>> connections,
    Map<String, Set<String>> people,
    IntFunction<@Nullable Instant> changed,
    Instant now) {

  public LintKnowledge {
    connections = connections.map(Set::copyOf);
    people = Map.copyOf(people);
  }

  /** Nothing but the document itself. */
  public static LintKnowledge none(Instant now) {
    return new LintKnowledge(KnownTools.NONE, Optional.empty(), Map.of(), line -> null, now);
  }
}
