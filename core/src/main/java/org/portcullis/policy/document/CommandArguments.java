package org.portcullis.policy.document;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.policy.Glob;
import org.portcullis.policy.condition.ConditionFacts;
import org.portcullis.policy.condition.ConditionFacts.Path;

/**
 * The arguments of commands that the gate itself finds in calls. What a tool, a prompt or a REST
 * operation takes is known to its server alone; what these take is known here, so a condition that
 * can never hold is told when the document is read and not only when a call is blocked.
 */
final class CommandArguments {

  /** What shell lines and programs tell about all that they start, of whatever kind that is. */
  static final List<String> OF_A_LINE =
      List.of("argv", "background", "callee", "input", "line", "reason", "redirected");

  /** More of them, by kind. What is not listed takes whatever comes. */
  static final Map<String, List<String>> BY_KIND =
      Map.of(
          "sql", List.of("renames", "statement", "where"),
          "shell", List.of(),
          "file", List.of("absolute", "access", "escapes", "path"),
          "message", List.of("address", "domain", "local"));

  private CommandArguments() {}

  /**
   * What is doubtful about a condition on these commands: an argument that none of them has. Empty
   * when one of them could have it.
   */
  static Optional<String> doubt(List<Glob> commands, String condition) {
    Set<String> arguments = new TreeSet<>(OF_A_LINE);
    Set<String> kinds = new TreeSet<>();
    for (Glob glob : commands) {
      int colon = glob.prefix().indexOf(':');
      String kind = colon < 0 ? "" : glob.prefix().substring(0, colon);
      if (!BY_KIND.containsKey(kind)) {
        return Optional.empty();
      }
      kinds.add(kind);
      arguments.addAll(BY_KIND.get(kind));
    }
    return ConditionFacts.of(condition).arguments().stream()
        .filter(path -> !path.steps().isEmpty() && !arguments.contains(path.steps().get(0)))
        .sorted(Comparator.comparing(Path::toString))
        .findFirst()
        .map(path -> message(path, arguments, kinds));
  }

  private static String message(Path path, Set<String> arguments, Set<String> kinds) {
    return "when: "
        + Expected.shown(path.toString())
        + " is no argument of "
        + String.join(" or ", kinds)
        + " commands (expected: "
        + String.join(" | ", arguments)
        + ")";
  }
}
