package org.portcullis.dissection.shell;

/** Reads lists of commands. Compound commands are in another class. */
final class LineParser implements Nested {

  private final Cursor cursor;
  private final Reading reading;
  private final Programs programs;
  private final WordReader words;
  private final SimpleReader simple;
  private final CompoundReader compound;

  /** Here-documents that were awaited where the present list began, and where the word did. */
  private int awaitedByList;

  private int awaitedByWord;

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
    int outside = awaitedByList;
    awaitedByList = simple.awaited();
    boolean open = true;
    while (open && !cursor.atEnd()) {
      cursor.skipBlanks();
      open = step(inParentheses);
    }
    if (open && inParentheses) {
      cursor.fail();
    }
    awaitedByList = Math.min(outside, simple.awaited());
    compound.end(outer);
  }

  /** Returns false behind the parenthesis that ends the list. */
  private boolean step(boolean inParentheses) {
    char c = cursor.peek();
    switch (c) {
      case ')' -> {
        cursor.skip(1);
        return closes(inParentheses);
      }
      case '\n' -> lineEnd();
      case ';' -> compound.semicolon();
      case '|' -> operator();
      case '#' -> cursor.skipLine();
      default -> command(c);
    }
    return true;
  }

  private boolean closes(boolean inParentheses) {
    if (!inParentheses || simple.awaited() > awaitedByList) {
      cursor.fail();
    }
    return false;
  }

  private void lineEnd() {
    cursor.skip(1);
    compound.separate('\n');
    if (awaitedByWord > 0) {
      // Whether the document begins in the middle of the word, shells do not agree upon.
      doubt(Doubt.DIALECT);
    }
    awaitedByList = 0;
    awaitedByWord = 0;
    simple.readInput();
  }

  private void command(char c) {
    if (c == '&' && cursor.peek(1) != '>') {
      operator();
      return;
    }
    compound.begun();
    if (c == '(') {
      compound.parenthesis();
    } else {
      simple.read();
    }
  }

  private void operator() {
    compound.separate(cursor.next());
  }

  @Override
  public void commands() {
    int outside = awaitedByWord;
    awaitedByWord = simple.awaited();
    subshell();
    awaitedByWord = Math.min(outside, simple.awaited());
  }

  /** Reads what stands in parentheses where a command may stand. */
  void subshell() {
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
