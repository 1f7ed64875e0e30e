package org.portcullis.tools.replay;

import java.util.HashSet;
import java.util.Set;
import org.portcullis.tools.Exit;
import org.portcullis.tools.Options;
import org.portcullis.tools.PolicyFile;
import org.portcullis.tools.Terminal;
import org.portcullis.tools.Tool;
import org.portcullis.tools.World;

/** {@code replay}: what a draft would have decided about what was recorded. */
public final class ReplayTool implements Tool {

  private static final String FAIL = "--fail-on-change";

  @Override
  public String usage() {
    return """
        replay FILE [--since 30d] [--events EVENTS.jsonl [--connections FILE.json]]
                  [--gate URL] [--token-file FILE] [--tools TOOLS.json] [--json] [--fail-on-change]
                                                recorded calls decided again; without --events those
                                                of the running gate, with a token in PORTCULLIS_TOKEN""";
  }

  @Override
  public Set<String> valued() {
    Set<String> valued = new HashSet<>(Recording.OPTIONS);
    valued.addAll(World.OPTIONS);
    return valued;
  }

  @Override
  public Set<String> flags() {
    return Set.of("--json", FAIL);
  }

  @Override
  public int run(Options options, Terminal terminal) {
    PolicyFile file = PolicyFile.read(options.operand(0, "the policy file"));
    options.atMost(1);
    Recording recording = Recording.of(options, terminal);
    Replayer replayer =
        new Replayer(file.policy(), recording.connections(), World.of(options, terminal));
    ReplayReport report = new ReplayReport();
    recording.forEach(call -> report.add(call, replayer.replay(call)));
    if (options.has("--json")) {
      terminal.say(report.json());
    } else {
      report.print(terminal);
    }
    return options.has(FAIL) && report.hasChanges() ? Exit.FOUND : Exit.CLEAN;
  }
}
