package org.portcullis.dissection.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a line after quotes are removed.
 *
 * @param value what it stands for; a star for each part that is only known when the line runs
 * @param source as it is written
 * @param quoted whether any part is quoted, so that it is no keyword
 * @param doubt why it is not known; null when it is
 */
record Word(String value, String source, boolean quoted, @Nullable Doubt doubt) {

  /** A word that is exactly this. */
  static Word of(String value) {
    return new Word(value, value, true, null);
  }

  /** A word of which nothing is known. */
  static Word unknown(Doubt doubt) {
    return new Word("*", "*", false, doubt);
  }

  /** Several, with blanks between them; not known when one is not. */
  static Word joined(List<Word> words) {
    String text = String.join(" ", words.stream().map(Word::value).toList());
    Doubt doubt =
        words.stream().filter(word -> !word.known()).findFirst().map(Word::doubt).orElse(null);
    return new Word(text, text, true, doubt);
  }

  boolean known() {
    return doubt == null;
  }

  /** Whether it is this word, without any quotes. */
  boolean isKeyword(String keyword) {
    return !quoted && doubt == null && value.equals(keyword);
  }

  /** Whether it surely reads like an option. */
  boolean isOption() {
    return value.length() > 1 && value.charAt(0) == '-';
  }

  /** The same from this index on, for the value that is glued to an option. */
  Word from(int index) {
    return new Word(value.substring(index), source, quoted, doubt);
  }
}
