package org.portcullis.dissection.shell;

/** Reads lists of commands. Compound commands are in another class. */
final class LineParser implements Nested {

  private final Cursor cursor;
  private final Reading reading;
  private final Programs programs;
  private final WordReader words;
  private final SimpleReader simple;
  private final CompoundReader compound;

  LineParser(String text, Reading reading) {
    this.cursor = new Cursor(text);
    this.reading = reading;
    this.programs = new Programs(reading, this::code);
    this.words = new WordReader(cursor, this);
    this.compound = new CompoundReader(cursor, words, this, reading);
    this.simple = new SimpleReader(cursor, words, compound, this, programs);
  }

  /** Reads all of it. */
  void read() {
    list(false);
    simple.end();
    if (cursor.broken()) {
      doubt(Doubt.UNREADABLE);
    }
  }

  /** Reads it as text in which only expansions count. */
  Word readText() {
    WordBuilder text = new WordBuilder();
    while (!cursor.atEnd()) {
      words.inQuotes(text);
    }
    if (cursor.broken()) {
      doubt(Doubt.UNREADABLE);
    }
    return text.build("");
  }

  private void list(boolean inParentheses) {
    CompoundReader.State outer = compound.begin();
    boolean open = true;
    while (open && !cursor.atEnd()) {
      cursor.skipBlanks();
      open = step(inParentheses);
    }
    if (open && inParentheses) {
      cursor.fail();
    }
    compound.end(outer);
  }

  /** Returns false behind the parenthesis that ends the list. */
  private boolean step(boolean inParentheses) {
    char c = cursor.peek();
    if (c == ')') {
      cursor.skip(1);
      if (!inParentheses || simple.awaitsInput()) {
        cursor.fail();
      }
      return false;
    }
    switch (c) {
      case '\n' -> {
        cursor.skip(1);
        compound.separate('\n');
        simple.readInput();
      }
      case ';' -> compound.semicolon();
      case '|' -> operator();
      case '&' -> {
        if (cursor.peek(1) == '>') {
          simple.read();
        } else {
          operator();
        }
      }
      case '#' -> cursor.skipLine();
      case '(' -> {
        compound.begun();
        compound.parenthesis();
      }
      default -> {
        compound.begun();
        simple.read();
      }
    }
    return true;
  }

  private void operator() {
    compound.separate(cursor.next());
  }

  @Override
  public void commands() {
    if (enter()) {
      list(true);
      leave();
    }
  }

  @Override
  public void code(String text) {
    if (enter()) {
      new LineParser(text, reading).read();
      leave();
    }
  }

  /** The text of a here-document. */
  Word document(String text) {
    if (!enter()) {
      return Word.unknown(Doubt.LIMIT);
    }
    Word word = new LineParser(text, reading).readText();
    leave();
    reading.saw(word);
    return word;
  }

  /** See {@link Reading#saw}. */
  void saw(Word word) {
    reading.saw(word);
  }

  @Override
  public void arithmetic(String expression) {
    reading.evaluates(expression);
  }

  @Override
  public void doubt(Doubt doubt) {
    reading.doubt(doubt);
  }

  @Override
  public boolean enter() {
    boolean entered = reading.enter();
    if (!entered) {
      cursor.fail();
    }
    return entered;
  }

  @Override
  public void leave() {
    reading.leave();
  }
}
