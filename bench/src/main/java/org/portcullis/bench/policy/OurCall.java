package org.portcullis.bench.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;

/** A call as this gate knows it, with nothing shared between two of them, as in a real gate. */
record OurCall(Caller caller, Connection connection, List<Command> commands) {

  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  static OurCall of(Call call) {
    Caller caller =
        new Caller(
            new CallerId("https://idp.example", call.user(), "agent"),
            call.user(),
            call.groups().stream().map(GeneratedPolicy::name).collect(Collectors.toSet()),
            "t-1",
            NOW.plusSeconds(600));
    Connection connection =
        new Connection(
            call.connection(),
            ProtocolKind.MCP,
            URI.create("http://127.0.0.1:9180/mcp"),
            new Credential.None(),
            Map.of("team", "support"),
            StrictJson.object());
    ObjectNode arguments = StrictJson.object();
    arguments.put("amount", call.amount());
    return new OurCall(
        caller,
        connection,
        List.of(Command.of(CommandName.of("tool", call.tool()), arguments, "")));
  }

  CallDecision decide(ActivePolicy policy) {
    return policy.decide(caller, connection, "S-1", commands, NOW);
  }
}
