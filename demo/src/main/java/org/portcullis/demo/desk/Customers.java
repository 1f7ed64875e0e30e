package org.portcullis.demo.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The customers in the database. Each method is one statement in one connection. */
final class Customers {
  private static final int MOST_FOUND = 50;

  private final CustomerDatabase database;
  private final EffectLog effects;

  Customers(CustomerDatabase database, EffectLog effects) {
    this.database = database;
    this.effects = effects;
  }

  /**
   * Customers whose name, mail address or city contains the text, whatever its case; at most 50, by
   * id.
   *
   * @param query taken as it is, without wildcards; empty finds everyone
   */
  List<Customer> find(String query) throws SQLException {
    String sql =
        "SELECT * FROM customers WHERE LOCATE(?, LOWER(name)) > 0 OR LOCATE(?, LOWER(email)) > 0"
            + " OR LOCATE(?, LOWER(city)) > 0 ORDER BY id";
    String text = query.toLowerCase(Locale.ROOT);
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(MOST_FOUND);
      for (int parameter = 1; parameter <= 3; parameter++) {
        statement.setString(parameter, text);
      }
      return read(statement);
    }
  }

  /** The customer with this id, if there is one. */
  Optional<Customer> byId(int id) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM customers WHERE id = ?")) {
      statement.setInt(1, id);
      return read(statement).stream().findFirst();
    }
  }

  /** Removes a customer; false if there was none. */
  boolean delete(int id) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM customers WHERE id = ?")) {
      statement.setInt(1, id);
      boolean deleted = statement.executeUpdate() == 1;
      if (deleted) {
        effects.deleted(id);
      }
      return deleted;
    }
  }

  private static List<Customer> read(PreparedStatement statement) throws SQLException {
    List<Customer> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(Customer.from(rows));
      }
    }
    return found;
  }
}
