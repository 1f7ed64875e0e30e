package org.portcullis.dissection.shell;

/** Reads words: quotes, escapes and, with the help of another class, expansions. */
final class WordReader {

  private static final String ENDS = " \t\n;&|()";
  private static final String ESCAPED_IN_QUOTES = "$`\"\\";

  private final Cursor cursor;
  private final Nested nested;
  private final ExpansionReader expansions;

  WordReader(Cursor cursor, Nested nested) {
    this.cursor = cursor;
    this.nested = nested;
    this.expansions = new ExpansionReader(cursor, nested, this);
  }

  /** The word that begins here; empty when none does. */
  Word read() {
    int start = cursor.at();
    WordBuilder word = new WordBuilder();
    while (!cursor.atEnd() && !atWordEnd()) {
      part(word);
    }
    return word.build(cursor.from(start));
  }

  private boolean atWordEnd() {
    char c = cursor.peek();
    return ENDS.indexOf(c) >= 0 || ((c == '<' || c == '>') && cursor.peek(1) != '(');
  }

  /** One part of a word outside of quotes. */
  void part(WordBuilder word) {
    char c = cursor.peek();
    switch (c) {
      case '\'' -> single(word);
      case '"' -> quoted(word);
      case '\\' -> escape(word);
      case '$' -> dollar(word);
      case '`' -> expansions.backticks(word, false);
      case '<', '>' -> {
        cursor.skip(2);
        nested.commands();
        word.unknown(Doubt.SUBSTITUTION);
      }
      default -> word.bare(cursor.next());
    }
  }

  private void dollar(WordBuilder word) {
    if (cursor.sees("$'")) {
      cursor.skip(1);
      AnsiQuotes.read(cursor, word, nested);
    } else if (cursor.sees("$\"")) {
      cursor.skip(1);
      quoted(word);
    } else {
      expansions.read(word, false);
    }
  }

  private void single(WordBuilder word) {
    cursor.skip(1);
    word.quote();
    word.literal(cursor.until('\''));
  }

  private void escape(WordBuilder word) {
    cursor.skip(1);
    if (cursor.atEnd()) {
      word.literal('\\');
    } else if (!cursor.take("\n")) {
      word.quote();
      word.literal(cursor.next());
    }
  }

  /** See {@link ExpansionReader#closesTwice}. */
  boolean closesTwice() {
    return expansions.closesTwice(0);
  }

  /** See {@link ExpansionReader#expression}. */
  String expression(String odd) {
    return expansions.expression(odd);
  }

  /** Reads from one double quote to the next. */
  void quoted(WordBuilder word) {
    cursor.skip(1);
    word.quote();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      inQuotes(word);
    }
    if (!cursor.take("\"")) {
      cursor.fail();
    }
  }

  /** One part of a text in double quotes, or of a here-document. */
  void inQuotes(WordBuilder word) {
    char c = cursor.peek();
    if (c == '$') {
      expansions.read(word, true);
    } else if (c == '`') {
      expansions.backticks(word, true);
    } else if (c == '\\' && cursor.peek(1) == '\n') {
      cursor.skip(2);
    } else {
      boolean escaped = c == '\\' && ESCAPED_IN_QUOTES.indexOf(cursor.peek(1)) >= 0;
      cursor.skip(escaped && cursor.peek(1) != '\0' ? 1 : 0);
      word.literal(cursor.next());
    }
  }
}
