package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** What most programs do: something with each operand. */
final class Operands {

  /** An option with a path glued to it. */
  private static final Pattern GLUED = Pattern.compile("^-[A-Za-z]=?(/|~|\\./|\\.\\./|\\*)");

  private static final Pattern MAY_GIVE_TEXT = Pattern.compile("^-[A-Za-z0-9]*[ef]|^--[refs]");

  private Operands() {}

  /** One finding for each operand, and for each path that is a part of an option. */
  static void each(Started started) {
    each(started, started.from(1));
  }

  /** The same, for a program whose first operand is a text, such as a pattern to look for. */
  static void eachBehindText(Started started) {
    List<Word> words = new ArrayList<>(started.from(1));
    boolean given = words.stream().anyMatch(word -> MAY_GIVE_TEXT.matcher(word.value()).find());
    if (!given) {
      words.stream()
          .filter(word -> !word.isOption())
          .findFirst()
          .ifPresent(
              text -> {
                started.doubt(text);
                words.remove(text);
              });
    }
    each(started, words);
  }

  static void each(Started started, List<Word> words) {
    boolean options = true;
    boolean none = true;
    for (Word word : words) {
      if (options && word.known() && word.value().equals("--")) {
        options = false;
      } else if (options && word.isOption()) {
        none &= !option(started, word);
      } else {
        started.on(word);
        none = false;
      }
    }
    if (none) {
      started.onNothing();
    }
  }

  private static boolean option(Started started, Word word) {
    String value = word.value();
    int equals = value.startsWith("--") ? value.indexOf('=') : -1;
    boolean glued = GLUED.matcher(value).find();
    if (equals > 0 && value.indexOf('/', equals) > 0) {
      started.on(word.from(equals + 1));
      return true;
    }
    if (glued) {
      started.on(word.from(value.charAt(2) == '=' ? 3 : 2));
      return true;
    }
    // A pattern stands for names that begin like it, so this option stays this option.
    if (equals < 0 || word.doubt() != Doubt.PATTERN) {
      started.doubt(word);
    }
    return false;
  }
}
