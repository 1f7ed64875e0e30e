package org.portcullis.dissection.code.script;

import org.portcullis.dissection.code.script.Token.Kind;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Hex;
import org.portcullis.dissection.code.tree.Unreadable;

/** Names in JavaScript, which may be written with escapes. */
final class Identifiers {

  private Identifiers() {}

  static boolean begins(String text, int at) {
    return at < text.length() && isStart(text.codePointAt(at));
  }

  /** The name here, with what its escapes stand for. */
  static Token read(String text, int start, boolean fresh) {
    StringBuilder name = new StringBuilder();
    int at = start;
    boolean escaped = false;
    if (text.charAt(at) == '#') {
      name.append('#');
      at++;
    }
    int first = name.length();
    while (at < text.length()) {
      boolean escape = text.charAt(at) == '\\';
      int end = escape ? escapeEnd(text, at) : at;
      int code = escape ? escaped(text, at, end) : text.codePointAt(at);
      boolean belongs = name.length() == first ? isStart(code) : isPart(code);
      if (!belongs) {
        if (escape) {
          throw new Unreadable(Doubt.SYNTAX);
        }
        break;
      }
      escaped |= escape;
      name.appendCodePoint(code);
      at = escape ? end : at + Character.charCount(code);
    }
    if (name.length() == first) {
      throw new Unreadable(Doubt.SYNTAX);
    }
    return new Token(escaped ? Kind.ESCAPED : Kind.NAME, name.toString(), start, at, fresh);
  }

  private static int escapeEnd(String text, int at) {
    if (text.startsWith("\\u{", at)) {
      int end = text.indexOf('}', at);
      return end < 0 || end > at + 12 ? at : end + 1;
    }
    return text.startsWith("\\u", at) ? Math.min(at + 6, text.length()) : at;
  }

  private static int escaped(String text, int at, int end) {
    boolean braced = text.startsWith("\\u{", at);
    int code = braced ? Hex.read(text, at + 3, end - at - 4) : Hex.read(text, at + 2, 4);
    return end > at ? code : -1;
  }

  private static boolean isStart(int code) {
    return code >= 0 && (code == '$' || code == '_' || Character.isUnicodeIdentifierStart(code));
  }

  private static boolean isPart(int code) {
    return code >= 0
        && (code == '$'
            || code == 0x200c
            || code == 0x200d
            || (Character.isUnicodeIdentifierPart(code) && !Character.isIdentifierIgnorable(code)));
  }
}
