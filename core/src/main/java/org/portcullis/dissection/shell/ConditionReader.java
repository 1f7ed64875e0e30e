package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;

/**
 * Reads {@code [[ ]]} and {@code (( ))}. A shell that does not know them takes them for a program
 * and for subshells, and runs what stands behind an operator in them.
 */
final class ConditionReader {

  private static final Pattern MAY_BE_PROGRAM =
      Pattern.compile(
          "^[\\s(!]*([A-Za-z_][\\w.-]+|[~.\\w-]*/[\\w./-]*)(\\s|\\)|$)|^[\\s(!]*[$`]|[\"']|[|\\n]|&[^&]");
  private static final Pattern EVALUATES = Pattern.compile("\\s-(eq|ne|lt|le|gt|ge|v)\\s");

  private final Cursor cursor;
  private final WordReader words;
  private final LineParser parser;
  private boolean negated;

  ConditionReader(Cursor cursor, WordReader words, LineParser parser) {
    this.cursor = cursor;
    this.words = words;
    this.parser = parser;
  }

  /** Whether the keyword before turns the result around. */
  void negated(boolean now) {
    negated = now;
  }

  /** Reads from two opening parentheses to two closing ones. */
  void expression() {
    cursor.skip(2);
    String expression = words.expression(ExpansionReader.ODD);
    if (MAY_BE_PROGRAM.matcher(expression).find()) {
      parser.doubt(Doubt.DIALECT);
    }
  }

  /** Reads up to and with two closing brackets. */
  void read() {
    int start = cursor.at();
    cursor.skipBlanks();
    while (!cursor.atEnd() && !atEnd()) {
      part();
      cursor.skipBlanks();
    }
    if (EVALUATES.matcher(cursor.from(start)).find()) {
      parser.arithmetic(cursor.from(start));
    }
    if (!cursor.take("]]")) {
      cursor.fail();
    }
  }

  private boolean atEnd() {
    return cursor.sees("]]") && " \t\n;&|)\0".indexOf(cursor.peek(2)) >= 0;
  }

  private void part() {
    if (cursor.take("||")) {
      cursor.skipBlanks();
      boolean test = cursor.peek() == '-' && Character.isLetter(cursor.peek(1));
      doubtUnless(test);
    } else if (cursor.take("&&")) {
      doubtUnless(!negated);
    } else if (";&|".indexOf(cursor.peek()) >= 0) {
      cursor.skip(1);
      doubtUnless(false);
    } else if ("()<>\n".indexOf(cursor.peek()) >= 0 && cursor.peek(1) != '(') {
      doubtUnless(cursor.peek() != '\n');
      cursor.skip(1);
    } else {
      word();
    }
  }

  private void word() {
    Word word = words.read();
    parser.saw(word);
    if (word.source().isEmpty()) {
      cursor.skip(1);
    } else if (word.isKeyword("=~")) {
      cursor.skipBlanks();
      expressionOfText();
    }
  }

  /** A regular expression: parentheses and bars without quotes. */
  private void expressionOfText() {
    int depth = 0;
    boolean blank = false;
    while (!cursor.atEnd() && !(blank && depth <= 0)) {
      char c = cursor.peek();
      if ("()|<>&;".indexOf(c) >= 0) {
        doubtUnless(depth > 0 || c == '(');
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        cursor.skip(1);
      } else if (c == ' ' || c == '\t') {
        cursor.skip(depth > 0 ? 1 : 0);
      } else if (c == '\n') {
        cursor.fail();
      } else {
        words.part(new WordBuilder());
      }
      blank = cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.peek() == '\n';
    }
  }

  private void doubtUnless(boolean sure) {
    if (!sure) {
      parser.doubt(Doubt.DIALECT);
    }
  }
}
