package org.portcullis.tools.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;
import org.portcullis.tools.Calls;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Samples;

/** The enforced rules of callers, connection by connection. */
final class Reach {

  private final PolicyContent content;
  private final ActivePolicy active;
  private final Instant now;

  Reach(PolicyFile file, Instant now) {
    this.content = file.policy().content();
    this.active = file.policy().activate(0);
    this.now = now;
  }

  ActivePolicy active() {
    return active;
  }

  Caller caller(Collection<String> groups) {
    return Calls.caller("someone", "someone", "", groups, now);
  }

  /** The connection that was asked for, or one for each that the rules tell apart. */
  Map<String, String> connections(Optional<String> only) {
    return only.map(name -> Map.of(name, name)).orElseGet(() -> Samples.connections(content));
  }

  /** What counts for callers with these groups on a connection, in the document's order. */
  List<Rule> rules(Collection<String> groups, String connection) {
    Set<String> roles = active.roles(caller(groups));
    List<Rule> rules = new ArrayList<>();
    for (Role role : content.roles().values()) {
      if (roles.contains(role.name())) {
        role.rules().stream()
            .filter(rule -> !rule.shadow() && rule.isOn(connection))
            .forEach(rules::add);
      }
    }
    return rules;
  }

  /** Puts what is the same together: the values by their keys become keys by their values. */
  static <K, V> Map<V, List<K>> together(Map<K, V> values) {
    Map<V, List<K>> keys = new LinkedHashMap<>();
    values.forEach((key, value) -> keys.computeIfAbsent(value, any -> new ArrayList<>()).add(key));
    return keys;
  }
}
