package org.portcullis.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Rule;

/** Names that stand for all the names which the patterns of some policies tell apart. */
public final class Samples {

  /** What a connection is called that only patterns of stars match. */
  public static final String OTHER = "any other connection";

  private static final List<String> FILLINGS = List.of("x", "y", "other", "another", "z1", "z2");

  private Samples() {}

  /** Every rule of these policies, in their order. */
  public static List<Rule> rules(PolicyContent... policies) {
    return Stream.of(policies)
        .flatMap(policy -> policy.roles().values().stream())
        .flatMap(role -> role.rules().stream())
        .toList();
  }

  /**
   * One connection for each pattern of connections, and one that none of them names.
   *
   * @return names by what to call them: the pattern, or {@link #OTHER}
   */
  public static Map<String, String> connections(PolicyContent... policies) {
    Set<Glob> patterns = new LinkedHashSet<>();
    rules(policies).forEach(rule -> patterns.addAll(rule.on()));
    patterns.removeIf(Samples::isStars);
    Map<String, String> names = new LinkedHashMap<>();
    for (Glob pattern : patterns) {
      names.put(pattern.text(), of(pattern, patterns));
    }
    names.put(OTHER, of(Glob.of("*"), patterns));
    return names;
  }

  /** A text that the pattern stands for, and if possible no narrower one of the others. */
  public static String of(Glob pattern, Collection<Glob> others) {
    if (pattern.isLiteral()) {
      return pattern.text();
    }
    List<Glob> narrower = others.stream().filter(other -> !other.covers(pattern)).toList();
    List<String> found = new ArrayList<>();
    for (String filling : FILLINGS) {
      String text = pattern.text().replace("*", filling).replace('?', 'x');
      found.add(text);
      if (narrower.stream().noneMatch(other -> other.matches(text))) {
        return text;
      }
    }
    return found.get(0);
  }

  private static boolean isStars(Glob glob) {
    return glob.text().chars().allMatch(c -> c == '*');
  }
}
