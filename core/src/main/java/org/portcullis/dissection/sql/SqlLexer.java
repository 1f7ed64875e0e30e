package org.portcullis.dissection.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a text into statements and makes them plain, by the rules of one dialect. It, and not the
 * parser behind it, decides where a string or a comment ends. One pass, linear.
 */
final class SqlLexer {

  private static final int MAX_DEPTH = 64;

  /** Parts of a name and the like; the parser's work on them grows with the square. */
  private static final int MAX_CHAIN = 32;

  private static final String CHAINS = ".:?";
  private static final String IN_CHAINS = CHAINS + "*@[]";

  private final String text;
  private final Dialect dialect;
  private final List<SqlPiece> pieces = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private int at;
  private int start;
  private int depth;
  private int chain;
  private int openCode;
  private int brackets;

  /** How many statements there are before the first whose parentheses do not match. */
  private int sound = Integer.MAX_VALUE;

  private boolean afterOperand;
  private boolean odd;
  private boolean broken;

  private SqlLexer(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /**
   * The statements, blank ones left out. Where a string or a comment does not end, those before:
   * some databases run one statement before they look at the next.
   */
  static SqlReading read(String text, Dialect dialect) {
    SqlLexer lexer = new SqlLexer(text, dialect);
    while (lexer.at < text.length() && !lexer.broken) {
      lexer.step();
    }
    if (!lexer.broken && lexer.openCode == 0) {
      lexer.endPiece(text.length());
      return new SqlReading(lexer.pieces, true);
    }
    int before = Math.min(lexer.sound, lexer.pieces.size());
    return new SqlReading(lexer.pieces.subList(0, before), false);
  }

  private void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      plain.append(' ');
      at++;
    } else if (SqlChars.isWordStart(c)) {
      word();
    } else if (!quote(c) && !comment(c)) {
      mark(c);
    }
  }

  private boolean quote(char c) {
    switch (c) {
      case '\'' -> string(dialect.escapes());
      case '"' -> name('"', dialect.isMysql());
      case '`' -> name('`', false);
      case '[' -> bracket();
      case '$' -> {
        return dollar();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean comment(char c) {
    if (c == '-' && next() == '-') {
      dashes();
    } else if (c == '#' && dialect.isMysql()) {
      skipLine();
    } else if (c == '/' && next() == '*') {
      block();
    } else if (c == '*' && next() == '/' && openCode > 0) {
      openCode--;
      at += 2;
      plain.append(' ');
    } else {
      return false;
    }
    return true;
  }

  private void mark(char c) {
    at++;
    if (c == ';') {
      endPiece(at - 1);
      return;
    }
    // A backslash outside of a string is accepted by no database, but for one spelling of null.
    broken |= c == '\\' && !(dialect.isMysql() && text.startsWith("N", at));
    odd |= Character.isISOControl(c);
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    chain = IN_CHAINS.indexOf(c) < 0 ? 0 : CHAINS.indexOf(c) < 0 ? chain : chain + 1;
    odd |= depth > MAX_DEPTH || chain > MAX_CHAIN;
    brackets = Math.max(0, brackets + (c == '[' ? 1 : c == ']' ? -1 : 0));
    plain.append(c == '\\' ? '_' : c);
    afterOperand = c == ')' || c == ']';
  }

  private void word() {
    int from = at;
    at = SqlChars.wordEnd(text, from);
    String word = text.substring(from, at);
    String lower = word.toLowerCase(Locale.ROOT);
    if (at < text.length() && text.charAt(at) == '\'' && SqlSpellings.isStringPrefix(lower)) {
      boolean escapes = lower.equals("e") || (dialect.escapes() && !lower.contains("r"));
      string(escapes);
      return;
    }
    odd |= SqlSpellings.isOnlyForItself(lower, text, at);
    words.add(lower);
    chain = afterOperand ? 0 : chain;
    plain.append(word.charAt(0) == '$' ? "_" + word.substring(1) : word);
    afterOperand = !SqlSpellings.standsBeforeNames(lower);
  }

  private void string(boolean escapes) {
    odd |= SqlSpellings.mayBeInThreeQuotes(text, at);
    Quoted quoted = Quoted.read(text, at, '\'', escapes);
    take(quoted);
    plain.append("'x'");
  }

  private void name(char quote, boolean escapes) {
    odd |= SqlSpellings.mayBeInThreeQuotes(text, at);
    Quoted quoted = Quoted.read(text, at, quote, escapes);
    take(quoted);
    odd |= quoted.content().isEmpty() || quoted.content().chars().anyMatch(Character::isISOControl);
    plain.append('"').append(quoted.content().replace("\"", "\"\"")).append('"');
  }

  private void take(Quoted quoted) {
    broken |= !quoted.ends();
    hide(quoted.end());
    afterOperand = true;
  }

  /**
   * What would end a name in brackets and is not seen is seen by databases that have such names.
   */
  private void hide(int end) {
    odd |= brackets > 0 && text.substring(at, end).indexOf(']') >= 0;
    at = end;
  }

  private void bracket() {
    Optional<Quoted> quoted = SqlSpellings.inBrackets(text, at);
    if (afterOperand || quoted.isEmpty()) {
      mark('[');
      return;
    }
    take(quoted.get());
    plain.append('"').append(quoted.get().content()).append('"');
  }

  /** Returns false when the sign stands for itself, for example in {@code $1}. */
  private boolean dollar() {
    if (!dialect.hasDollarQuotes()) {
      word();
      return true;
    }
    Optional<Quoted> quoted = Quoted.inDollars(text, at);
    quoted.ifPresent(
        found -> {
          take(found);
          plain.append("'x'");
        });
    return quoted.isPresent();
  }

  private void dashes() {
    if (SqlComments.beginsWithDashes(text, at, dialect)) {
      skipLine();
    } else {
      at += 2;
      plain.append("- -");
      afterOperand = false;
    }
  }

  private void skipLine() {
    hide(SqlComments.lineEnd(text, at, dialect));
    plain.append(' ');
  }

  private void block() {
    plain.append(' ');
    if (dialect.isMysql() && SqlComments.isCode(text, at)) {
      odd = odd || SqlComments.isDoubtful(text, at);
      at = SqlComments.codeBegin(text, at);
      openCode++;
      return;
    }
    int end = text.indexOf("*/", at + 2);
    broken |= end < 0;
    int stop = end < 0 ? text.length() : end;
    // Comments within comments end once for some databases and twice for others.
    odd |= text.substring(Math.min(at + 2, stop), stop).contains("/*");
    hide(end < 0 ? text.length() : end + 2);
  }

  private void endPiece(int end) {
    String made = plain.toString().strip();
    sound = depth == 0 ? sound : Math.min(sound, pieces.size());
    if (!made.isEmpty() || odd) {
      pieces.add(new SqlPiece(made, words, text.substring(start, end).strip(), odd));
    }
    plain.setLength(0);
    words.clear();
    start = at;
    depth = 0;
    chain = 0;
    brackets = 0;
    odd = false;
    afterOperand = false;
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
  }
}
