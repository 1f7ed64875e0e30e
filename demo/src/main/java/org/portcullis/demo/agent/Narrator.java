package org.portcullis.demo.agent;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.demo.json.Json;

/** Tells a run in lines of at most 100 columns, a label before each part. */
public final class Narrator {
  private static final int WIDTH = 100;
  private static final String INDENT = "               ";
  private static final int MOST_LINES = 8;

  private final PrintStream out;

  /** A narrator that writes to this stream. */
  public Narrator(PrintStream out) {
    this.out = out;
  }

  /** What the user asked for; begins a new paragraph. */
  public void task(String text) {
    out.println();
    say("Task", text);
  }

  /** What the model thinks. */
  public void thought(String text) {
    say("Thought", text);
  }

  /** The tool that is used, with its input as JSON. */
  public void action(Action action) {
    say("Action", action.tool() + " " + Json.text(action.input()));
  }

  /** What came back; a long one is cut after eight lines. */
  public void observation(Observation observation) {
    say("Observation", observation.text());
  }

  /** What the user is told in the end. */
  public void answer(String text) {
    say("Answer", text);
  }

  /** A line of the story that is not the agent's: what a person does, or a check. */
  public void say(String label, String text) {
    List<String> lines = wrap(text);
    String first = ("  " + label + INDENT).substring(0, INDENT.length());
    for (int line = 0; line < Math.min(lines.size(), MOST_LINES); line++) {
      out.println((line == 0 ? first : INDENT) + lines.get(line));
    }
    if (lines.size() > MOST_LINES) {
      out.println(INDENT + "… (" + (lines.size() - MOST_LINES) + " more lines)");
    }
  }

  /** Breaks at spaces and after commas, and inside a word that is longer than a line. */
  static List<String> wrap(String text) {
    int width = WIDTH - INDENT.length();
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.lines().toList()) {
      String rest = paragraph.strip();
      while (rest.length() > width) {
        int gap = Math.max(rest.lastIndexOf(' ', width), rest.lastIndexOf(',', width - 1) + 1);
        int end = gap > width / 2 ? gap : width;
        lines.add(rest.substring(0, end));
        rest = rest.substring(end).strip();
      }
      lines.add(rest);
    }
    return lines;
  }
}
