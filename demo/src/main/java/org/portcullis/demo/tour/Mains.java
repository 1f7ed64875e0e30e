package org.portcullis.demo.tour;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portcullis.demo.agent.ToolsUnreachable;

/** What the programs of this package have in common: a story on one stream, one line on failure. */
final class Mains {
  private Mains() {}

  /**
   * Runs a program.
   *
   * @param name begins the line that tells of a failure
   * @return the exit code: 0 if it came to its end, 1 with one line if something was not as told
   */
  static int guarded(String name, Consumer<PrintStream> program, PrintStream out, PrintStream err) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    try {
      program.accept(out);
      return 0;
    } catch (NotAsTold | ToolsUnreachable | IllegalArgumentException e) {
      out.flush();
      err.println(name + ": " + e.getMessage());
      return 1;
    }
  }
}
