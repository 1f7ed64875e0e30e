package org.portcullis.dissection.sql;

import java.util.Optional;

/**
 * A string or a quoted name.
 *
 * @param content what stands between the quotes, doubled quotes and escaped ones undone
 * @param end offset behind its end
 * @param ends whether it ends at all
 */
record Quoted(String content, int end, boolean ends) {

  /** Reads from an opening quote on. */
  static Quoted read(String text, int from, char quote, boolean escapes) {
    StringBuilder content = new StringBuilder();
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean pair =
          at + 1 < text.length()
              && (c == quote ? text.charAt(at + 1) == quote : escapes && c == '\\');
      if (pair) {
        content.append(text.charAt(at + 1));
        at += 2;
      } else if (c == quote) {
        return new Quoted(content.toString(), at + 1, true);
      } else {
        content.append(c);
        at++;
      }
    }
    return new Quoted(content.toString(), text.length(), false);
  }

  /**
   * Reads a string in PostgreSQL's dollar quotes, {@code $tag$...$tag$}; empty where the sign
   * stands for itself, for example in {@code $1}.
   */
  static Optional<Quoted> inDollars(String text, int from) {
    int tagEnd = from + 1;
    while (tagEnd < text.length() && SqlChars.isWordStart(text.charAt(tagEnd))) {
      tagEnd++;
    }
    boolean numbered = tagEnd > from + 1 && Character.isDigit(text.charAt(from + 1));
    if (numbered || tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
      return Optional.empty();
    }
    String tag = text.substring(from, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    return Optional.of(
        end < 0
            ? new Quoted("", text.length(), false)
            : new Quoted(text.substring(tagEnd + 1, end), end + tag.length(), true));
  }
}
