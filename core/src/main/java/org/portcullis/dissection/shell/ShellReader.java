package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Set;

/**
 * Finds what a shell line, or an array of arguments, starts and touches. Which shell will read the
 * line is not known: it is read as POSIX shells and bash do, and what others may read differently
 * is opaque besides. Safe for use by many threads; never throws; linear in the text.
 */
public final class ShellReader {

  /** Longer texts are opaque. */
  static final int MAX_LENGTH = 64 * 1024;

  /** Services that take a list, and let these stand in it, hand it to a shell after all. */
  private static final Set<String> OPERATORS =
      Set.of("|", "||", "&", "&&", ";", ">", ">>", "<", "|&", "&>", "2>", "(", ")");

  /** Everything that a line does, in its order; empty for a line that holds no command. */
  public List<ShellFinding> read(String text) {
    Reading reading = new Reading(text);
    if (text.length() > MAX_LENGTH) {
      reading.doubt(Doubt.LIMIT);
      return reading.end();
    }
    if (text.indexOf('\0') >= 0) {
      // A text ends there for one shell; another one leaves it out.
      reading.doubt(Doubt.UNREADABLE);
      lines(text.substring(0, text.indexOf('\0')), reading);
    }
    String plain = text.replace("\0", "");
    Programs programs = programs(reading);
    if (WindowsShells.isVerbNoun(plain) && WindowsShells.isPlain(plain)) {
      WindowsShells.plain(plain, programs);
    } else {
      if (WindowsShells.hasSigns(plain)) {
        reading.doubt(Doubt.DIALECT);
      }
      programs.evaluate(plain);
    }
    return reading.end();
  }

  /**
   * Everything that a program does that is started with these arguments, the first being its own
   * name. Some services join them by blanks for a shell; then what a shell would read counts too.
   */
  public List<ShellFinding> read(List<String> argv) {
    long length = argv.stream().mapToLong(String::length).sum() + argv.size();
    Reading reading = new Reading(length > MAX_LENGTH ? "" : String.join(" ", argv));
    if (length > MAX_LENGTH) {
      reading.doubt(Doubt.LIMIT);
    } else if (!argv.isEmpty()) {
      programs(reading).start(argv);
      if (argv.stream().anyMatch(OPERATORS::contains)) {
        programs(reading).evaluate(String.join(" ", argv));
      }
    }
    return reading.end();
  }

  private static void lines(String text, Reading reading) {
    programs(reading).evaluate(text);
  }

  private static Programs programs(Reading reading) {
    return new Programs(
        reading,
        text -> {
          if (reading.enter()) {
            new LineParser(text, reading).read();
            reading.leave();
          }
        });
  }
}
