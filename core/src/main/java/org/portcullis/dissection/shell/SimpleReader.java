package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads simple commands: assignments, words and redirections. */
final class SimpleReader {

  private static final String ENDS = "\n;|)";
  private static final String AFTER_ARRAY = " \t\n;&|)<>";

  /** {@code {fd}} before a redirection. */
  private static final Pattern DESCRIPTOR = Pattern.compile("^\\{[A-Za-z_][A-Za-z0-9_]*\\}$");

  private final Cursor cursor;
  private final WordReader words;
  private final CompoundReader compound;
  private final LineParser parser;
  private final Programs programs;
  private final HereDocuments documents;
  private final RedirectReader redirects;

  /** Commands whose input is not yet read. */
  private final List<Simple> waiting = new ArrayList<>();

  SimpleReader(
      Cursor cursor,
      WordReader words,
      CompoundReader compound,
      LineParser parser,
      Programs programs) {
    this.cursor = cursor;
    this.words = words;
    this.compound = compound;
    this.parser = parser;
    this.programs = programs;
    this.documents = new HereDocuments(parser::doubt);
    this.redirects = new RedirectReader(cursor, words, documents, parser);
  }

  /** Reads one, or the keyword that stands in its place. */
  void read() {
    int start = cursor.at();
    Simple command = new Simple();
    cursor.skipBlanks();
    while (goesOn()) {
      boolean more = redirects.read(command) || next(command);
      if (!more) {
        return;
      }
      cursor.skipBlanks();
    }
    command.text(cursor.from(start));
    if (cursor.peek() == '&' && cursor.peek(1) != '&') {
      command.note("background");
    }
    finish(command);
  }

  private boolean goesOn() {
    char c = cursor.peek();
    boolean ends = ENDS.indexOf(c) >= 0 || (c == '&' && cursor.peek(1) != '>') || c == '#';
    return !cursor.atEnd() && !ends;
  }

  /** Reads a word; false when it is a keyword or names a function, so that no command is here. */
  private boolean next(Simple command) {
    if (cursor.peek() == '(') {
      return compound.function(command);
    }
    Word word = words.read();
    if (word.source().isEmpty()) {
      cursor.fail();
      return true;
    }
    if (command.isEmpty() && compound.keyword(word)) {
      return false;
    }
    boolean descriptor = "<>".indexOf(cursor.peek()) >= 0 && !cursor.atEnd();
    if (!(descriptor && DESCRIPTOR.matcher(word.value()).find())) {
      parser.saw(word);
      command.add(word);
      array(word);
    }
    return true;
  }

  /** The elements of an array behind its name. */
  private void array(Word word) {
    if (cursor.peek() != '(' || !word.source().endsWith("=") || !Assignment.isOne(word)) {
      return;
    }
    cursor.skip(1);
    compound.skipLines();
    while (!cursor.atEnd() && cursor.peek() != ')') {
      Word element = words.read();
      parser.saw(element);
      if (element.source().startsWith("[")) {
        parser.arithmetic(element.source());
      }
      if (element.source().isEmpty()) {
        cursor.fail();
      }
      compound.skipLines();
    }
    // Shells do not agree upon what is glued to an array.
    if (!cursor.take(")") || (!cursor.atEnd() && AFTER_ARRAY.indexOf(cursor.peek()) < 0)) {
      cursor.fail();
    }
  }

  private void finish(Simple command) {
    if (command.isEmpty()) {
      return;
    }
    if (documents.size() == 0 && waiting.isEmpty()) {
      programs.run(command);
    } else {
      waiting.add(command);
    }
  }

  /** How many here-documents are still to come. */
  int awaited() {
    return documents.size();
  }

  /** At the end of a line: here-documents follow. */
  void readInput() {
    documents.read(cursor, parser::document);
    waiting.forEach(programs::run);
    waiting.clear();
  }

  /** At the end of the text. */
  void end() {
    readInput();
  }
}
