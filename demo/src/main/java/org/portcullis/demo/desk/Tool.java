package org.portcullis.demo.desk;

import java.sql.SQLException;
import java.util.Map;

/** One thing that an agent can ask the desk to do. Safe for many threads. */
@FunctionalInterface
interface Tool {
  /**
   * Does it.
   *
   * @param arguments already valid against the tool's input schema
   * @throws SQLException if the database failed; the message becomes the answer
   */
  ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException;
}
