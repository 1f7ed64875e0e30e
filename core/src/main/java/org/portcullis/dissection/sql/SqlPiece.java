package org.portcullis.dissection.sql;

import java.util.List;

/**
 * One statement of a text, made plain: no comments, every string an {@code 'x'}, every quoted name
 * in double quotes.
 *
 * @param plain the statement in that form
 * @param words its words outside of strings and quoted names, in lower case
 * @param source the statement as it stands in the text
 * @param odd whether it holds something that databases take differently, so that it is opaque
 */
record SqlPiece(String plain, List<String> words, String source, boolean odd) {

  SqlPiece {
    words = List.copyOf(words);
  }
}
