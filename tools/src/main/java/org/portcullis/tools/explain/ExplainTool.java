package org.portcullis.tools.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Explanation;
import org.portcullis.tools.Calls;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.Unusable;
import org.portcullis.tools.World;

/** {@code explain}: what is decided about one call, and by which rules. */
public final class ExplainTool implements Tool {

  @Override
  public String usage() {
    return """
        explain FILE --groups A,B --connection NAME --call JSON [--user NAME] [--client AGENT]
                  [--labels K=V,…] [--url URL] [--now INSTANT] [--tools TOOLS.json] [--json]
                                                what is decided about one call, and why""";
  }

  @Override
  public Set<String> valued() {
    return Set.of(
        "--user",
        "--groups",
        "--client",
        "--connection",
        "--labels",
        "--url",
        "--call",
        "--now",
        "--tools",
        "--catalogue");
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json");
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile file = PolicyFile.read(options.operand(0, "the policy file"));
    options.atMost(1);
    Instant now = now(options, terminal);
    String user = options.value("--user").orElse("someone");
    Caller caller =
        Calls.caller(
            user, user, options.value("--client").orElse(""), options.list("--groups"), now);
    Connection connection = connection(options);
    Command command = Calls.command(Calls.object("--call", options.required("--call")), connection);
    CallDecision decision =
        World.of(options, terminal)
            .decide(file.policy().activate(0), caller, connection, command, now);
    if (options.has("--json")) {
      terminal.say(Explanation.of(decision));
    } else {
      new DecisionText(file, caller, connection, now).lines(decision).forEach(terminal::say);
    }
    return Exit.CLEAN;
  }

  private static Instant now(Options options, Terminal terminal) {
    try {
      return options.value("--now").map(Instant::parse).orElseGet(terminal.clock()::instant);
    } catch (DateTimeException e) {
      throw new Unusable("--now: not an instant (expected: for example 2026-03-04T05:06:07Z)", e);
    }
  }

  private static Connection connection(Options options) {
    ObjectNode description = StrictJson.object();
    options.value("--url").ifPresent(url -> description.put("url", url));
    ObjectNode labels = description.putObject("labels");
    for (String label : options.list("--labels")) {
      int sign = label.indexOf('=');
      if (sign < 1) {
        throw new Unusable("--labels: " + label + " (expected: name=value)");
      }
      labels.put(label.substring(0, sign), label.substring(sign + 1));
    }
    return Calls.connection(options.required("--connection"), description);
  }
}
