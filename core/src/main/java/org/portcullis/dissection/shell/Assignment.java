package org.portcullis.dissection.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Set;

/** Words that set a variable. */
final class Assignment {

  private static final Pattern FORM =
      Pattern.compile("^([A-Za-z_][A-Za-z0-9_]*)(\\[[^\\]]*\\])?\\+?=");

  /** Variables that decide which code a program's name stands for, or that hold code. */
  private static final Set<String> CHANGE_CODE = ResourceLists.words("environment.txt");

  /** Bash evaluates what is given to them as an expression. */
  private static final Set<String> NUMBERS =
      Set.of(
          "RANDOM",
          "SRANDOM",
          "SECONDS",
          "LINENO",
          "OPTIND",
          "HISTCMD",
          "BASHPID",
          "UID",
          "EUID",
          "PPID",
          "EPOCHSECONDS",
          "EPOCHREALTIME");

  private Assignment() {}

  static boolean isOne(Word word) {
    return FORM.matcher(word.source()).find();
  }

  /** The variable that is set; the whole word when it sets none. */
  static String name(String word) {
    Matcher matcher = FORM.matcher(word);
    return matcher.find() ? matcher.group(1) : word;
  }

  /** Whether its index or its value is an expression. */
  static boolean evaluates(String word) {
    Matcher matcher = FORM.matcher(word);
    return matcher.find() && (matcher.group(2) != null || NUMBERS.contains(matcher.group(1)));
  }

  /** Whether a program that is started under it may be another, or do something else. */
  static boolean changesCode(String name) {
    return CHANGE_CODE.contains(name) || name.startsWith("LD_") || name.startsWith("DYLD_");
  }
}
