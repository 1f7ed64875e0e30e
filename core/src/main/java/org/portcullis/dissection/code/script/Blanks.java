package org.portcullis.dissection.code.script;

import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Blanks and comments in JavaScript.
 *
 * @param end where they end
 * @param fresh whether a line begins in them
 * @param isHtml whether one of them looks like a comment of HTML (ECMA-262, annex B.1.1)
 */
record Blanks(int end, boolean fresh, boolean isHtml) {

  private static final String BLANKS = "\t\u000b\f \u00a0\ufeff";

  static Blanks skip(String text, int from) {
    int at = from;
    boolean fresh = from == 0;
    boolean html = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isLineEnd(c)) {
        fresh = true;
        at++;
      } else if (BLANKS.indexOf(c) >= 0 || Character.getType(c) == Character.SPACE_SEPARATOR) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new Unreadable(Doubt.SYNTAX);
        }
        fresh |= hasLineEnd(text, at, end);
        at = end + 2;
      } else if (text.startsWith("//", at) || (at == 0 && text.startsWith("#!"))) {
        at = lineEnd(text, at);
      } else if (text.startsWith("<!--", at) || (fresh && text.startsWith("-->", at))) {
        html = true;
        at = lineEnd(text, at);
      } else {
        break;
      }
    }
    return new Blanks(at, fresh, html);
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean hasLineEnd(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (isLineEnd(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
