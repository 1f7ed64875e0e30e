package org.portcullis.dissection.code.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;

/** Where an expression in a formatted text ends. */
final class Fields {

  private Fields() {}

  /**
   * The place of the brace, colon or exclamation mark behind the expression. Texts in it are read
   * over, whatever they hold.
   */
  static int end(String text, int from, int depth) {
    Deque<Character> open = new ArrayDeque<>();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = Texts.read(text, at, prefix(text, from, at), depth).end();
        continue;
      }
      if (open.isEmpty() && ends(text, at)) {
        return at;
      }
      bracket(c, open);
      at++;
    }
    throw new Unreadable(Doubt.SYNTAX);
  }

  private static void bracket(char c, Deque<Character> open) {
    if (c == '#' || c == '\\') {
      // Newer interpreters take a comment there, older ones refuse it.
      throw new Unreadable(Doubt.DIALECT);
    }
    if ("([{".indexOf(c) >= 0) {
      open.push(c);
    } else if (")]}".indexOf(c) >= 0 && open.poll() == null) {
      throw new Unreadable(Doubt.SYNTAX);
    }
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    return c == '}' || c == ':' || (c == '!' && !text.startsWith("!=", at));
  }

  private static String prefix(String text, int from, int quote) {
    int start = quote;
    while (start > from && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String name = text.substring(start, quote);
    return Chars.isPrefix(name) ? name : "";
  }
}
