package org.portcullis.tools.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.Effect;

/**
 * A call and what has to be decided about it.
 *
 * @param file where it is written
 * @param line at which it begins
 * @param command with its sub-commands
 * @param now the time that conditions see
 * @param expected the decision about the whole call
 * @param rules exactly the rules that have to lead to it; empty when that does not matter
 * @param commands what has to be decided about commands of its tree, by their names
 */
record TestCase(
    String file,
    int line,
    String name,
    Caller caller,
    Connection connection,
    Command command,
    Instant now,
    Effect expected,
    Optional<Set<String>> rules,
    Map<String, Effect> commands) {}
