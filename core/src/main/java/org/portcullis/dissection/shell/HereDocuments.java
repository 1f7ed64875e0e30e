package org.portcullis.dissection.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/** Here-documents that were announced and whose text follows behind the end of the line. */
final class HereDocuments {

  private final Deque<Announced> announced = new ArrayDeque<>();
  private final Consumer<Doubt> doubts;

  /**
   * One of them.
   *
   * @param command whose input it is
   * @param end the line that ends it
   * @param literal whether nothing in it is expanded
   * @param tabs whether tabs before its lines are left out
   */
  record Announced(Simple command, String end, boolean literal, boolean tabs) {}

  HereDocuments(Consumer<Doubt> doubts) {
    this.doubts = doubts;
  }

  void announce(Announced document) {
    announced.add(document);
  }

  int size() {
    return announced.size();
  }

  /** Reads them all; what is to be expanded is handed over and comes back as a word. */
  void read(Cursor cursor, Function<String, Word> expansion) {
    while (!announced.isEmpty()) {
      Announced document = announced.remove();
      String body = body(cursor, document);
      Word word = document.literal() ? Word.of(body) : expansion.apply(body);
      document.command().input(word.known() ? word.value() : null);
    }
  }

  private String body(Cursor cursor, Announced document) {
    StringBuilder body = new StringBuilder();
    boolean continued = false;
    while (!cursor.atEnd()) {
      String line = document.tabs() ? withoutTabs(cursor.line()) : cursor.line();
      if (line.equals(document.end())) {
        if (continued) {
          doubts.accept(Doubt.DIALECT);
        }
        return body.toString();
      }
      continued = !document.literal() && line.endsWith("\\");
      body.append(line).append('\n');
    }
    doubts.accept(Doubt.UNREADABLE);
    return body.toString();
  }

  private static String withoutTabs(String line) {
    int begin = 0;
    while (begin < line.length() && line.charAt(begin) == '\t') {
      begin++;
    }
    return line.substring(begin);
  }
}
