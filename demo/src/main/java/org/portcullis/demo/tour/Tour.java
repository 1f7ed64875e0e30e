package org.portcullis.demo.tour;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portcullis.demo.agent.McpTools;
import org.portcullis.demo.agent.Narrator;

/** Tells the story on a running gate, a chapter for each outcome, and where to look afterwards. */
public final class Tour {
  private static final String AGENT = "agent";
  private static final String APPROVER = "approver";
  private static final int BASE = 36;

  private static final List<Chapter> CHAPTERS =
      List.of(
          new AllowedChapter(),
          new MaskedChapter(),
          new BlockedChapter(),
          new ApprovedChapter(),
          new ExpiredChapter());

  private final TourSettings settings;
  private final PrintStream out;
  private final String caseNumber;

  Tour(TourSettings settings, PrintStream out, String caseNumber) {
    this.settings = settings;
    this.out = out;
    this.caseNumber = caseNumber;
  }

  /**
   * Plays all chapters against the gate that the environment names.
   *
   * <p>Exit code 0: everything was as told. 1: something was not; the last line says what.
   *
   * @param arguments {@code --setup} to tell the gate about the desk first
   */
  public static void main(String[] arguments) {
    boolean setUp = List.of(arguments).contains("--setup");
    System.exit(run(System.getenv(), setUp, System.out, System.err));
  }

  /**
   * The same for a test that has a gate running.
   *
   * @param environment what {@link #main} takes from the process
   * @param setUp whether to tell the gate about the desk first
   * @param out gets the story
   * @param err gets one line if something is not as told
   * @return the exit code
   */
  public static int run(
      Map<String, String> environment, boolean setUp, PrintStream out, PrintStream err) {
    String number = Long.toString(InstantSource.system().millis(), BASE).toUpperCase(Locale.ROOT);
    return Mains.guarded(
        "tour",
        story -> new Tour(TourSettings.from(environment), story, number).run(setUp),
        out,
        err);
  }

  /**
   * Plays all chapters.
   *
   * @throws NotAsTold at the first thing that is not as told
   */
  void run(boolean setUp) {
    Web web = new Web();
    Tokens tokens = new Tokens(settings, web);
    if (setUp) {
      new Setup(settings, web, tokens).run();
    }
    List<String> outcomes = new ArrayList<>();
    try (McpTools tools = McpTools.connect(settings.endpoint(), () -> tokens.of(AGENT))) {
      Stage stage =
          new Stage(
              tools,
              new GateApi(settings, web, tokens, APPROVER),
              new DeskView(settings, web),
              new Narrator(out),
              caseNumber);
      begin(tools);
      for (Chapter chapter : CHAPTERS) {
        outcomes.add(chapter.outcome());
        out.println();
        out.println(outcomes.size() + ". " + upper(chapter.outcome()) + ": " + chapter.title());
        tell(chapter, stage);
      }
    }
    end(outcomes);
  }

  private static void tell(Chapter chapter, Stage stage) {
    try {
      chapter.play(stage);
    } catch (NotAsTold e) {
      throw new NotAsTold("NOT AS TOLD (" + chapter.outcome() + "): " + e.getMessage(), e);
    }
  }

  private void begin(McpTools tools) {
    out.println("A ReAct agent works for the support group, through " + settings.endpoint());
    out.println("It is offered these tools: " + String.join(", ", tools.names()));
  }

  private void end(List<String> outcomes) {
    out.println();
    out.println("All as told: " + String.join(", ", outcomes) + ".");
    out.println();
    out.println("Where to look now");
    out.println("  Console     " + settings.console());
    out.println("              approver / approver: two refunds still wait for a decision");
    out.println(
        "              auditor / auditor:   every session, command, rule and masked answer");
    out.println("  API         " + settings.gate().resolve("/api/v1/sessions"));
    out.println("              with a token: ./portcullis token auditor");
    out.println("  Agents      " + settings.endpoint() + " (MCP), token: ./portcullis token agent");
    out.println("  Policy      " + settings.home().resolve("policy.yaml"));
    out.println("  Demo users  agent, operator, approver, second, admin, auditor; password = name");
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
