package org.portcullis.bench.policy;

import java.util.Optional;
import org.portcullis.policy.Glob;

/**
 * A generated rule in a form that every engine can be told.
 *
 * @param role the number of the role that has it
 * @param on a pattern of connections; {@code *} for all
 * @param tool a pattern of tools' names
 * @param limit the largest amount that it speaks about; empty for any
 */
record Draft(String id, boolean allows, int role, String on, String tool, Optional<Integer> limit) {

  /** Whether it names the call; the amount is not looked at. */
  boolean names(Call call) {
    return call.roles().contains(role)
        && Glob.of(on).matches(call.connection())
        && Glob.of(tool).matches(call.tool());
  }

  boolean speaks(Call call) {
    return names(call) && limit.map(most -> call.amount() <= most).orElse(true);
  }

  String yaml() {
    return "{id: %s, effect: %s%s, commands: [\"tool:%s\"]%s}"
        .formatted(
            id,
            allows ? "allow" : "block",
            on.equals("*") ? "" : ", on: [\"" + on + "\"]",
            tool,
            limit.map(most -> ", when: args.amount <= " + most).orElse(""));
  }
}
