package org.portcullis.dissection.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Reads what begins with a dollar sign or a backtick. */
final class ExpansionReader {

  /** What has no place in an expression. */
  static final String ODD = "'\\;";

  private static final String SPECIAL = "@*#?$!-";

  /** Runs what the variable holds, or evaluates it as an expression. */
  private static final Pattern EVALUATES = Pattern.compile("\\[[^@*\\]]|:\\s*[^-=?+\\s]|^!");

  /** Sets a variable that has no value. */
  private static final Pattern SETS = Pattern.compile("^([A-Za-z_][A-Za-z0-9_]*):?=");

  /** How often the text may be looked through for parentheses, all in all. */
  private static final int MAX_LOOKS = 8;

  private final Cursor cursor;
  private final Nested nested;
  private final WordReader words;
  private long looked;

  ExpansionReader(Cursor cursor, Nested nested, WordReader words) {
    this.cursor = cursor;
    this.nested = nested;
    this.words = words;
  }

  void read(WordBuilder word, boolean inQuotes) {
    if (cursor.sees("$((") && closesTwice(1)) {
      arithmetic(word);
    } else if (cursor.take("$(")) {
      nested.commands();
      word.unknown(Doubt.SUBSTITUTION);
    } else if (cursor.sees("${")) {
      parameter(word, inQuotes);
    } else if (isName(cursor.peek(1))) {
      cursor.skip(1);
      name();
      word.unknown(Doubt.VARIABLE);
    } else if (cursor.peek(1) != '\0' && isSpecial(cursor.peek(1))) {
      cursor.skip(2);
      word.unknown(Doubt.VARIABLE);
    } else if (cursor.sees("$[") || cursor.sees("$\\\n")) {
      cursor.fail();
    } else {
      word.literal(cursor.next());
    }
  }

  private static boolean isSpecial(char c) {
    return SPECIAL.indexOf(c) >= 0 || (c >= '0' && c <= '9');
  }

  private static boolean isName(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void name() {
    while (isName(cursor.peek()) || (cursor.peek() >= '0' && cursor.peek() <= '9')) {
      cursor.skip(1);
    }
    // An array's element without braces to one shell; another one reads a pattern behind a name.
    if (cursor.sees("\\\n")) {
      cursor.fail();
    }
  }

  /** Whether the two parentheses that open there close side by side. */
  boolean closesTwice(int from) {
    int depth = 0;
    int inner = -2;
    long most = (long) MAX_LOOKS * cursor.length();
    for (int ahead = from; cursor.peek(ahead) != '\0'; ahead++) {
      char c = cursor.peek(ahead);
      if (looked++ > most) {
        nested.doubt(Doubt.LIMIT);
        return false;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ')' && depth == 1) {
        inner = ahead;
      }
      if (c == ')' && depth == 0) {
        return inner == ahead - 1;
      }
    }
    return false;
  }

  private void arithmetic(WordBuilder word) {
    cursor.skip(3);
    expression(ODD);
    word.unknown(Doubt.VARIABLE);
  }

  /** Reads up to and with two closing parentheses; what is odd is in doubt. */
  String expression(String odd) {
    int start = cursor.at();
    if (!nested.enter()) {
      return "";
    }
    int depth = 0;
    while (!cursor.atEnd() && (depth > 0 || cursor.peek() != ')')) {
      char c = cursor.peek();
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      inExpression(c, odd);
    }
    nested.leave();
    String expression = cursor.from(start);
    nested.arithmetic(expression);
    if (!cursor.take("))")) {
      cursor.fail();
    }
    return expression;
  }

  private void inExpression(char c, String odd) {
    if (c == '$') {
      read(new WordBuilder(), true);
    } else if (c == '`') {
      backticks(new WordBuilder(), true);
    } else {
      if (odd.indexOf(c) >= 0) {
        nested.doubt(Doubt.DIALECT);
      }
      cursor.skip(1);
    }
  }

  private void parameter(WordBuilder word, boolean inQuotes) {
    cursor.skip(2);
    int start = cursor.at();
    // Some shells run commands in braces.
    if (" \t\n|(".indexOf(cursor.peek()) >= 0 || !nested.enter()) {
      cursor.fail();
      return;
    }
    while (!cursor.atEnd() && cursor.peek() != '}') {
      inParameter(inQuotes);
    }
    nested.leave();
    String content = cursor.from(start);
    word.unknown(Doubt.VARIABLE);
    if (!cursor.take("}")) {
      cursor.fail();
      return;
    }
    if (content.contains("@P") || content.contains("(e)")) {
      nested.doubt(Doubt.VARIABLE);
    }
    Matcher sets = SETS.matcher(content);
    if (sets.find() && Assignment.changesCode(sets.group(1))) {
      nested.doubt(Doubt.ENVIRONMENT);
    }
    if (EVALUATES.matcher(content).find()) {
      nested.arithmetic(content);
    }
  }

  private void inParameter(boolean inQuotes) {
    char c = cursor.peek();
    if (c == '\'' && inQuotes) {
      nested.doubt(Doubt.DIALECT);
      cursor.skip(1);
    } else if ((c == '<' || c == '>') && cursor.peek(1) != '(') {
      cursor.skip(1);
    } else if (c == '\\') {
      cursor.skip(2);
    } else {
      words.part(new WordBuilder());
    }
  }

  /** Reads from one backtick to the next; what is between is a text of its own. */
  void backticks(WordBuilder word, boolean inQuotes) {
    cursor.skip(1);
    StringBuilder code = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '`') {
      boolean escaped = cursor.peek() == '\\' && escapes(cursor.peek(1), inQuotes);
      cursor.skip(escaped ? 1 : 0);
      if (!cursor.atEnd()) {
        code.append(cursor.next());
      }
    }
    if (cursor.take("`")) {
      nested.code(code.toString());
    } else {
      cursor.fail();
    }
    word.unknown(Doubt.SUBSTITUTION);
  }

  private static boolean escapes(char c, boolean inQuotes) {
    return c == '$' || c == '`' || c == '\\' || (c == '"' && inQuotes);
  }
}
