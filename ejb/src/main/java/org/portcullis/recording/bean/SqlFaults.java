package org.portcullis.recording.bean;

import java.sql.SQLException;

/** Tells a row that the database will never take from a database that does not work now. */
final class SqlFaults {

  private SqlFaults() {}

  /** Whether the fault lies in the data: SQLSTATE classes 22 and 23 (ISO/IEC 9075). */
  static boolean isInTheData(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }
}
