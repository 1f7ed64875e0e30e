package org.portcullis.dissection.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import net.sf.jsqlparser.parser.ParseException;

/**
 * Reads one statement. It drives JSqlParser directly, because its utility class hands every parse
 * to a thread of its own.
 */
final class PieceReader {

  private static final Logger LOG = System.getLogger(PieceReader.class.getName());

  private PieceReader() {}

  /** What the statement does. Never throws. */
  static Set<SqlFinding> read(SqlPiece piece) {
    Found found = new Found(piece.source());
    if (piece.odd()) {
      found.opaque();
      return found.findings();
    }
    if (SqlWords.beginsWithMinus(piece)) {
      return Set.of();
    }
    if (SqlWords.isTransaction(piece)) {
      found.add("transaction", SqlFinding.NOTHING);
      return found.findings();
    }
    if (SqlWords.hidesStatement(piece)
        || SqlWords.readsWholeTable(piece)
        || SqlWords.joinsTables(piece)) {
      found.opaque();
    }
    if (SqlWords.writesFile(piece)) {
      found.add("export", "file");
    }
    walk(piece, found);
    return found.findings();
  }

  private static void walk(SqlPiece piece, Found found) {
    try {
      new SqlWalk(found)
          .walk(
              new BoundedParser(piece.plain()).withAllowComplexParsing(true).Statement(),
              QueryNames.NONE);
      // A query that the tree does not show was read as something else.
      if (SqlWords.selects(piece) > found.selects()) {
        found.opaque();
      }
    } catch (ParseException e) {
      found.opaque();
    } catch (RuntimeException | StackOverflowError e) {
      // The parser breaks on some inputs instead of refusing them; what breaks it is opaque.
      LOG.log(Level.DEBUG, "a statement could not be read: " + e.getClass().getName());
      found.opaque();
    }
  }
}
