package org.portcullis.dissection.shell;

import org.jspecify.annotations.Nullable;

/** Puts a word together from its parts. */
final class WordBuilder {

  private static final char UNKNOWN = '*';

  private final StringBuilder value = new StringBuilder();
  private boolean quoted;
  private boolean bracket;
  private int braces;
  private boolean expands;
  private @Nullable Doubt doubt;

  void quote() {
    quoted = true;
  }

  void literal(char c) {
    value.append(c);
  }

  void literal(String text) {
    value.append(text);
  }

  /** A character that no quotes protect: patterns and braces mean more than themselves. */
  void bare(char c) {
    boolean pattern = c == '*' || c == '?' || (c == ']' && bracket);
    bracket |= c == '[';
    braces += c == '{' ? 1 : 0;
    boolean separates = c == ',' || (c == '.' && !value.isEmpty() && last() == '.');
    expands |= braces > 0 && separates;
    if (pattern) {
      doubt(Doubt.PATTERN);
    } else if (c == '}' && expands) {
      doubt(Doubt.BRACES);
    }
    value.append(c);
  }

  void unknown(Doubt why) {
    doubt(why);
    value.append(UNKNOWN);
  }

  private void doubt(Doubt why) {
    doubt = doubt == null ? why : doubt;
  }

  private char last() {
    return value.charAt(value.length() - 1);
  }

  boolean isEmpty() {
    return value.isEmpty() && !quoted;
  }

  Word build(String source) {
    return new Word(value.toString(), source, quoted, doubt);
  }
}
