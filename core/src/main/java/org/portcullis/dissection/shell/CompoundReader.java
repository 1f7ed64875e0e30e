package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.Set;

/**
 * Reads what commands are put together with. Keywords are looked past wherever a command may begin:
 * a shell that finds them out of place runs nothing, and all that was found is still more.
 */
final class CompoundReader {

  private static final Set<String> OPEN = Set.of("if", "while", "until", "{");
  private static final Set<String> CLOSE = Set.of("fi", "done", "}", "esac");
  private static final Set<String> BETWEEN = Set.of("then", "elif", "else", "do", "!", "time");
  private static final Pattern COPROCESS =
      Pattern.compile(
          "^[ \\t]+[A-Za-z_][A-Za-z0-9_]*[ \\t]*(\\(|(\\{|if|while|until|for|case)\\s)");

  private final Cursor cursor;
  private final WordReader words;
  private final LineParser parser;
  private final Reading reading;
  private final ConditionReader conditions;
  private State state = new State();

  /** Where a list stands. */
  static final class State {
    private int open;
    private int cases;
    private char separator = '\n';
    private boolean begun;
    private String defined = "";
  }

  CompoundReader(Cursor cursor, WordReader words, LineParser parser, Reading reading) {
    this.cursor = cursor;
    this.words = words;
    this.parser = parser;
    this.reading = reading;
    this.conditions = new ConditionReader(cursor, words, parser);
  }

  State begin() {
    State outer = state;
    state = new State();
    return outer;
  }

  void end(State outer) {
    state = outer;
  }

  /** Behind an operator or at the end of a line. */
  void separate(char separator) {
    // A line end behind an operator does not end the list.
    if (separator != '\n' || state.begun || state.separator == ';') {
      state.separator = separator;
    }
    state.begun = false;
    if (state.open > 0) {
      return;
    }
    // A function that is defined in a process of its own is known only there.
    if (separator == '&' || separator == '|') {
      reading.forget(state.defined);
    }
    state.defined = "";
  }

  void semicolon() {
    boolean ends = cursor.peek(1) == ';' || cursor.peek(1) == '&' || cursor.peek(1) == '|';
    cursor.skip(1);
    while (cursor.peek() == ';' || (ends && (cursor.peek() == '&' || cursor.peek() == '|'))) {
      cursor.skip(1);
    }
    separate(';');
    if (ends && state.cases > 0) {
      patterns();
    } else if (ends) {
      cursor.fail();
    }
  }

  /** A command begins here. */
  void begun() {
    state.begun = true;
  }

  /** A subshell, or an expression in two parentheses. */
  void parenthesis() {
    if (cursor.sees("((") && words.closesTwice()) {
      conditions.expression();
      return;
    }
    cursor.skip(1);
    parser.subshell();
  }

  /** Behind a word and before a parenthesis; always false, because no command is here. */
  boolean function(Simple command) {
    boolean named = command.words().size() == 1 && command.assignments().isEmpty();
    cursor.skip(1);
    cursor.skipBlanks();
    if (!named || !cursor.take(")")) {
      cursor.fail();
      return false;
    }
    define(command.words().get(0));
    return false;
  }

  private void define(Word name) {
    boolean sure = state.open == 0 && !reading.isNested() && name.known() && !name.quoted();
    boolean alone = state.separator == ';' || state.separator == '\n';
    if (sure && alone && !Builtins.isOne(name.value())) {
      reading.define(name.value());
      state.defined = name.value();
    }
  }

  /** Whether the word is a keyword; if so, reads what belongs to it alone. */
  boolean keyword(Word word) {
    if (word.quoted() || !word.known()) {
      return false;
    }
    String name = word.value();
    boolean simple = OPEN.contains(name) || CLOSE.contains(name) || BETWEEN.contains(name);
    state.open += OPEN.contains(name) ? 1 : 0;
    state.open = Math.max(0, state.open - (CLOSE.contains(name) ? 1 : 0));
    state.cases = Math.max(0, state.cases - (name.equals("esac") ? 1 : 0));
    if (name.equals("time")) {
      cursor.skipBlanks();
      cursor.take("-p ");
    }
    if (!name.equals("[[")) {
      conditions.negated(name.equals("!"));
    }
    return simple || special(name);
  }

  private boolean special(String name) {
    switch (name) {
      case "for", "select", "foreach" -> loop();
      case "case" -> choice();
      case "[[" -> conditions.read();
      case "function" -> named();
      case "coproc" -> coprocess();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void loop() {
    state.open++;
    cursor.skipBlanks();
    if (cursor.take("((")) {
      words.expression("'\\");
      return;
    }
    if (Assignment.changesCode(words.read().value())) {
      parser.doubt(Doubt.ENVIRONMENT);
    }
    skipLines();
    if (cursor.sees("in") && " \t\n;\\".indexOf(cursor.peek(2)) >= 0) {
      cursor.skip(2);
      cursor.skipBlanks();
      while (!cursor.atEnd() && "\n;&|()#".indexOf(cursor.peek()) < 0) {
        listed();
        cursor.skipBlanks();
      }
    }
  }

  private void listed() {
    Word word = words.read();
    parser.saw(word);
    if (word.source().isEmpty()) {
      cursor.fail();
    }
  }

  private void choice() {
    state.open++;
    state.cases++;
    cursor.skipBlanks();
    listed();
    skipLines();
    if (cursor.take("in")) {
      patterns();
    } else {
      cursor.fail();
    }
  }

  /** The patterns of one case, or the end of all. */
  private void patterns() {
    skipLines();
    if (cursor.sees("esac") && " \t\n;&|)\0".indexOf(cursor.peek(4)) >= 0) {
      return;
    }
    cursor.take("(");
    boolean more = true;
    while (more && !cursor.atEnd()) {
      cursor.skipBlanks();
      listed();
      cursor.skipBlanks();
      more = cursor.take("|");
    }
    if (!cursor.take(")")) {
      cursor.fail();
    }
  }

  private void named() {
    cursor.skipBlanks();
    Word name = words.read();
    cursor.skipBlanks();
    boolean parentheses = cursor.take("()");
    cursor.skipBlanks();
    // A shell that does not know this keyword must not get past it: a brace makes it stop.
    if (parentheses || cursor.peek() == '{') {
      define(name);
    }
  }

  /** A coprocess has a name only before a compound command. */
  private void coprocess() {
    if (COPROCESS.matcher(cursor.ahead(256)).find()) {
      cursor.skipBlanks();
      words.read();
    }
  }

  /** Blanks, line ends and comments. */
  void skipLines() {
    cursor.skipBlanks();
    while (cursor.peek() == '\n' || cursor.peek() == '#') {
      if (cursor.peek() == '#') {
        cursor.skipLine();
      } else {
        cursor.skip(1);
      }
      cursor.skipBlanks();
    }
  }
}
