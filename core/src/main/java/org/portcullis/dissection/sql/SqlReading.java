package org.portcullis.dissection.sql;

import java.util.List;

/**
 * A text as one dialect cuts it.
 *
 * @param pieces its statements
 * @param whole whether that is all of it; otherwise the rest is accepted by no database that reads
 *     in this way
 */
record SqlReading(List<SqlPiece> pieces, boolean whole) {

  SqlReading {
    pieces = List.copyOf(pieces);
  }
}
