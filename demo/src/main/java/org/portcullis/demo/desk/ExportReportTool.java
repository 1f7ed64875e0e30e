package org.portcullis.demo.desk;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.demo.json.Json;

/**
 * {@code export_report}: orders per city, one city after the other with a pause between, so that
 * there is progress to watch and time to leave.
 */
final class ExportReportTool implements Tool {
  private final CustomerDatabase database;
  private final Pause pause;

  ExportReportTool(CustomerDatabase database, Pause pause) {
    this.database = database;
    this.pause = pause;
  }

  @Override
  public ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException {
    boolean csv = "csv".equals(arguments.get("format"));
    StringBuilder report = new StringBuilder(csv ? "city,orders,total\n" : "");
    try (Connection connection = database.connect()) {
      List<String> cities = cities(connection);
      for (int done = 0; done < cities.size(); done++) {
        CityTotal total = total(connection, cities.get(done));
        report.append(csv ? total.toCsv() : Json.text(total.toJson())).append('\n');
        progress.report(done + 1, cities.size(), total.city() + " is done");
        pause.take();
      }
      return new ToolAnswer.Done(answer(arguments.get("format"), cities.size(), report));
    }
  }

  private static List<String> cities(Connection connection) throws SQLException {
    List<String> cities = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT city FROM customers ORDER BY city");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        cities.add(rows.getString(1));
      }
    }
    return cities;
  }

  private static CityTotal total(Connection connection, String city) throws SQLException {
    String sql =
        "SELECT COUNT(*), COALESCE(SUM(o.total), 0) FROM orders o"
            + " JOIN customers c ON c.id = o.customer WHERE c.city = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, city);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new CityTotal(city, row.getLong(1), row.getBigDecimal(2));
      }
    }
  }

  private static Map<String, Object> answer(Object format, int rows, CharSequence report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("format", format);
    answer.put("rows", rows);
    answer.put("report", report.toString());
    return answer;
  }

  private record CityTotal(String city, long orders, BigDecimal total) {
    String toCsv() {
      return '"' + city.replace("\"", "\"\"") + "\"," + orders + "," + total;
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("city", city);
      json.put("orders", orders);
      json.put("total", total);
      return json;
    }
  }
}
