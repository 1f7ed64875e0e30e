package org.portcullis.demo.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that follows a script: it opens with one action, and then the first line of the script
 * whose pattern is found in the last observation decides. It reads what it is told, as a language
 * model would, and does the same thing each time, as a language model would not. Immutable.
 */
public final class ScriptedModel implements Model {
  private static final Step NO_LINE =
      new Step.Answer("I did not expect that and will not guess.", "I could not finish this.");

  private final Step opening;
  private final List<Line> lines;

  private ScriptedModel(Step opening, List<Line> lines) {
    this.opening = opening;
    this.lines = lines;
  }

  private record Line(Predicate<Transcript> when, Function<Transcript, Step> then) {}

  /** A script that starts with this action and has no lines yet. */
  public static ScriptedModel opening(String thought, Action action) {
    return new ScriptedModel(new Step.Act(thought, action), List.of());
  }

  /**
   * When the pattern is found and nothing has been waited for yet: wait for a person, then repeat
   * the last action exactly as it was.
   *
   * @param pattern a regular expression, found anywhere in the last observation
   */
  public ScriptedModel waitOnce(String pattern, String thought, String thoughtAfter) {
    Pattern found = Pattern.compile(pattern);
    return line(
            transcript -> transcript.waits() == 0 && seen(transcript, found),
            transcript -> new Step.Wait(thought))
        .line(ScriptedModel::hasJustWaited, transcript -> repeat(thoughtAfter, transcript));
  }

  /** When the pattern is found: go on with this action. */
  public ScriptedModel act(String pattern, String thought, Action action) {
    Pattern found = Pattern.compile(pattern);
    return line(transcript -> seen(transcript, found), transcript -> new Step.Act(thought, action));
  }

  /**
   * When the pattern is found: tell the user this and stop.
   *
   * @param text with {@code $1} and so on for what the pattern's groups found
   */
  public ScriptedModel answer(String pattern, String thought, String text) {
    Pattern found = Pattern.compile(pattern);
    return line(
        transcript -> seen(transcript, found),
        transcript -> new Step.Answer(thought, filled(transcript, found, text)));
  }

  private static String filled(Transcript transcript, Pattern pattern, String text) {
    String observed = transcript.lastObservation().map(Observation::text).orElse("");
    Matcher match = pattern.matcher(observed);
    StringBuilder answer = new StringBuilder();
    if (match.find()) {
      match.appendReplacement(answer, text);
      answer.delete(0, match.start());
    }
    return answer.toString();
  }

  private ScriptedModel line(Predicate<Transcript> when, Function<Transcript, Step> then) {
    List<Line> longer = new ArrayList<>(lines);
    longer.add(new Line(when, then));
    return new ScriptedModel(opening, List.copyOf(longer));
  }

  @Override
  public Step next(Transcript transcript) {
    if (transcript.turns().isEmpty()) {
      return opening;
    }
    return lines.stream()
        .filter(line -> line.when().test(transcript))
        .findFirst()
        .map(line -> line.then().apply(transcript))
        .orElse(NO_LINE);
  }

  private static boolean seen(Transcript transcript, Pattern pattern) {
    return transcript.lastObservation().map(Observation::text).filter(isFound(pattern)).isPresent();
  }

  private static Predicate<String> isFound(Pattern pattern) {
    return text -> pattern.matcher(text).find();
  }

  private static boolean hasJustWaited(Transcript transcript) {
    int last = transcript.turns().size() - 1;
    return transcript.turns().get(last).step() instanceof Step.Wait;
  }

  private static Step repeat(String thought, Transcript transcript) {
    return transcript
        .lastAction()
        .<Step>map(action -> new Step.Act(thought, action))
        .orElse(NO_LINE);
  }
}
