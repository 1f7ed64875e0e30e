package org.portcullis.tools;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.tools.access.CanTool;
import org.portcullis.tools.access.WhoCanTool;
import org.portcullis.tools.cases.TestTool;
import org.portcullis.tools.diff.DiffTool;
import org.portcullis.tools.explain.ExplainTool;
import org.portcullis.tools.lint.LintTool;
import org.portcullis.tools.replay.ReplayTool;

/** The program behind {@code ./portcullis policy}. */
public final class PolicyTool {

  private static final Map<String, Tool> TOOLS = tools();

  private PolicyTool() {}

  /** Runs one tool and ends with its exit code. */
  public static void main(String[] words) {
    Terminal terminal =
        new Terminal(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            InstantSource.system(),
            System.getenv());
    System.exit(run(List.of(words), terminal));
  }

  /** Runs the tool that the first word names, and returns its exit code. */
  public static int run(List<String> words, Terminal terminal) {
    if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.get(0))) {
      usage(terminal.out());
      return words.isEmpty() ? Exit.UNUSABLE : Exit.CLEAN;
    }
    Tool tool = TOOLS.get(words.get(0));
    if (tool == null) {
      usage(terminal.err());
      terminal.err().println("policy: unknown tool " + words.get(0));
      return Exit.UNUSABLE;
    }
    try {
      return tool.run(Options.read(words.subList(1, words.size()), tool), terminal);
    } catch (Unusable e) {
      terminal.err().println(e.getMessage());
      return Exit.UNUSABLE;
    }
  }

  private static void usage(PrintStream stream) {
    stream.println("usage: ./portcullis policy TOOL …");
    stream.println();
    TOOLS.values().forEach(tool -> stream.println("  " + tool.usage().replace("\n", "\n  ")));
    stream.println();
    stream.println("exit codes: 0 in order, 1 something was found, 2 a file or option is unusable");
  }

  private static Map<String, Tool> tools() {
    Map<String, Tool> tools = new LinkedHashMap<>();
    tools.put("lint", new LintTool());
    tools.put("test", new TestTool());
    tools.put("explain", new ExplainTool());
    tools.put("who-can", new WhoCanTool());
    tools.put("can", new CanTool());
    tools.put("diff", new DiffTool());
    tools.put("replay", new ReplayTool());
    return tools;
  }
}
