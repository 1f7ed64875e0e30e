package org.portcullis.architecture.planted.policy;

import java.util.List;
import org.portcullis.architecture.planted.command.CommandThatKnowsPolicy;

/** Closes the circle with the command that knows it. */
public record PolicyThatKnowsCommand(List<CommandThatKnowsPolicy> commands) {}
