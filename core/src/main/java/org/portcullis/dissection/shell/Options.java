package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The options that a program knows before its operands.
 *
 * @param flags letters of options without a value
 * @param values letters of options with one
 * @param longFlags names of long options without a value of their own
 * @param longValues names of long options with one
 */
record Options(String flags, String values, Set<String> longFlags, Set<String> longValues) {

  /** Unknown ones most likely take a value; it is not sure. */
  static final String UNKNOWN_TAKE_VALUES = "*";

  /** An option that was given, with its value; without one, an empty word. */
  record Given(String name, Word value) {}

  /**
   * What stands before the operands.
   *
   * @param end the index of the first operand
   * @param sure whether every option is known
   */
  record Parsed(int end, boolean sure, List<Given> given) {}

  static Options of(String flags, String values, String longFlags, String longValues) {
    return new Options(flags, values, names(longFlags), names(longValues));
  }

  private static Set<String> names(String list) {
    return new HashSet<>(Arrays.asList(list.split(",", -1)));
  }

  /** Reads the options from this index on. */
  Parsed parse(List<Word> argv, int from) {
    List<Given> given = new ArrayList<>();
    boolean sure = true;
    int at = from;
    while (at < argv.size()) {
      Word word = argv.get(at);
      if (word.value().equals("--") && word.known()) {
        return new Parsed(at + 1, sure, given);
      }
      if (!word.isOption()) {
        break;
      }
      Word next = at + 1 < argv.size() ? argv.get(at + 1) : Word.of("");
      int used =
          word.value().startsWith("--") ? name(word, next, given) : letters(word, next, given);
      sure &= used > 0 && word.known() && (used < 2 || next.known());
      at += Math.max(1, Math.abs(used));
    }
    return new Parsed(at, sure, given);
  }

  /** How many words a long option takes; 0 or less when it is not known. */
  private int name(Word word, Word next, List<Given> given) {
    int equals = word.value().indexOf('=');
    String name = word.value().substring(2, equals < 0 ? word.value().length() : equals);
    if (equals >= 0) {
      given.add(new Given(name, word.from(equals + 1)));
      return longFlags.contains(name) || takesValue(name) ? 1 : 0;
    }
    boolean value = !longFlags.contains(name) && takesValue(name);
    given.add(new Given(name, value ? next : Word.of("")));
    int words = longValues.contains(name) ? 2 : -2;
    return value ? words : longFlags.contains(name) ? 1 : 0;
  }

  private boolean takesValue(String name) {
    return longValues.contains(name) || longValues.contains(UNKNOWN_TAKE_VALUES);
  }

  /** How many words a cluster of letters takes; 0 or less when one is not known. */
  private int letters(Word word, Word next, List<Given> given) {
    String letters = word.value();
    for (int i = 1; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      boolean other =
          values.contains(UNKNOWN_TAKE_VALUES)
              && !flags.contains(letter)
              && !values.contains(letter);
      if (values.contains(letter) || other) {
        boolean last = i == letters.length() - 1;
        given.add(new Given(letter, last ? next : word.from(i + 1)));
        return (last ? 2 : 1) * (other ? -1 : 1);
      }
      given.add(new Given(letter, Word.of("")));
      if (!flags.contains(letter)) {
        return 0;
      }
    }
    return 1;
  }
}
