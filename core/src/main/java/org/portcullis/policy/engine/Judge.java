package org.portcullis.policy.engine;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.command.Command;
import org.portcullis.policy.CommandDecision;
import org.portcullis.policy.condition.Facts;

/** Decides about the commands of one call. For use by one thread. */
final class Judge {

  private final Scope scope;
  private final Facts.Around around;

  Judge(Scope scope, Facts.Around around) {
    this.scope = scope;
    this.around = around;
  }

  List<CommandDecision> decide(List<Command> commands) {
    return decide(commands, Inherited.NOTHING);
  }

  private List<CommandDecision> decide(List<Command> commands, Inherited inherited) {
    if (commands.isEmpty()) {
      return List.of();
    }
    List<CommandDecision> decisions = new ArrayList<>(commands.size());
    for (Command command : commands) {
      decisions.add(decide(command, inherited));
    }
    return decisions;
  }

  private CommandDecision decide(Command command, Inherited inherited) {
    Ruling ruling = scope.matching(command.name()).ruling(new Facts(around, command), inherited);
    return ruling.about(command, decide(command.inner(), ruling.forInner()));
  }
}
