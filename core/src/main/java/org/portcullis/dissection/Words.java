package org.portcullis.dissection;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The words in names of tools and arguments. */
final class Words {

  private Words() {}

  /** {@code sql_query}, {@code sqlQuery} and {@code SQL-Query} are one name. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a key is a name as programs give it, and nothing more. */
  static boolean isPlainKey(String key) {
    return key.chars()
        .allMatch(c -> c > ' ' && (Character.isLetterOrDigit(c) || "_-.$@#".indexOf(c) >= 0));
  }

  /** The words of a name, in lower case: {@code readTextFile} has three. */
  static Set<String> of(String name) {
    Set<String> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (begins || !Character.isLetterOrDigit(c)) {
        end(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, Set<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
