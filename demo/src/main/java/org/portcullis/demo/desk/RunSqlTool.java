package org.portcullis.demo.desk;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code run_sql}: executes the statement as it is. Nothing here tells a harmless statement from a
 * harmful one: that is what the gate is for.
 */
final class RunSqlTool implements Tool {
  private static final int MOST_ROWS = 200;
  private static final int LONGEST_SECONDS = 10;

  private final CustomerDatabase database;
  private final EffectLog effects;

  RunSqlTool(CustomerDatabase database, EffectLog effects) {
    this.database = database;
    this.effects = effects;
  }

  @Override
  public ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException {
    String sql = (String) arguments.get("sql");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(MOST_ROWS);
      statement.setQueryTimeout(LONGEST_SECONDS);
      boolean hasRows = statement.execute(sql);
      effects.executed(sql);
      return new ToolAnswer.Done(
          hasRows ? rows(statement) : answer(List.of(), List.of(), statement.getUpdateCount()));
    }
  }

  private static Map<String, Object> rows(Statement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      List<String> columns = columns(result.getMetaData());
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
          row.put(columns.get(column), plain(result.getObject(column + 1)));
        }
        rows.add(row);
      }
      return answer(columns, rows, 0);
    }
  }

  private static List<String> columns(ResultSetMetaData meta) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(meta.getColumnLabel(column).toLowerCase(Locale.ROOT));
    }
    return columns;
  }

  private static Object plain(Object value) {
    boolean isPlain =
        value == null
            || value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof Double
            || value instanceof BigDecimal
            || value instanceof Boolean;
    return isPlain ? value : value.toString();
  }

  private static Map<String, Object> answer(
      List<String> columns, List<Map<String, Object>> rows, int updated) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("columns", columns);
    answer.put("rows", rows);
    answer.put("updated", updated);
    return answer;
  }
}
