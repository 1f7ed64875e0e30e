package org.portcullis.dissection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a text clearly begins like a shell line: the name of a program, followed by what follows
 * it on a command line and seldom in prose ({@code rm -rf x} is evidence, "rm the old one" is not).
 * Prose is text, even when it speaks about programs. Linear in the text.
 */
final class ShellEvidence {

  private static final String FILE = "shell-beginnings.tsv";

  /** Evidence stands at the beginning. */
  private static final int MAX_LOOKED_AT = 4096;

  private static final Pattern SHEBANG =
      Pattern.compile("^#!\\s*/\\S*(/|env\\s+(-\\S+\\s+)*)(ba|z|da|k|a|fi|c|tc)?sh\\b");

  /** Comments, variables and opening marks, and the first word with or without its place. */
  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "^(\\s|#[^\\n]*\\n|[({!]\\s*|[A-Z_][A-Z0-9_]*=\\S*\\s)*"
              + "(/(usr/|usr/local/|opt/homebrew/)?s?bin/)?([A-Za-z0-9][\\w.-]*|\\.)");

  private static final Map<String, List<Sign>> SIGNS = read();

  /** What has to follow a word, and what that is evidence of. */
  private record Sign(Pattern follower, String reason) {}

  private ShellEvidence() {}

  static boolean beginsLikeShell(String text) {
    return reason(text).isPresent();
  }

  /** What is seen that only a shell line has; empty for what may be any text. */
  static Optional<String> reason(String text) {
    String begin = text.substring(0, Math.min(text.length(), MAX_LOOKED_AT));
    if (SHEBANG.matcher(begin).find()) {
      return Optional.of("a script that names its shell");
    }
    Matcher word = FIRST_WORD.matcher(begin);
    if (!word.find()) {
      return Optional.empty();
    }
    String rest = begin.substring(word.end());
    return SIGNS.getOrDefault(word.group(4), List.of()).stream()
        .filter(sign -> sign.follower().matcher(rest).find())
        .map(Sign::reason)
        .findFirst();
  }

  private static Map<String, List<Sign>> read() {
    Map<String, List<Sign>> signs = new HashMap<>();
    for (String[] columns : DataFile.read(FILE)) {
      Sign sign = new Sign(Pattern.compile("(?s)^(" + columns[1] + ")"), columns[2]);
      for (String word : columns[0].split(" ", -1)) {
        signs.computeIfAbsent(word, key -> new ArrayList<>()).add(sign);
      }
    }
    return Map.copyOf(signs);
  }
}
