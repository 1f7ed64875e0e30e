package org.portcullis.demo.desk;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code refund}: credits a customer's balance and writes the refund down, both or neither. */
final class RefundTool implements Tool {
  private static final int CENTS = 2;

  private final CustomerDatabase database;
  private final EffectLog effects;

  RefundTool(CustomerDatabase database, EffectLog effects) {
    this.database = database;
    this.effects = effects;
  }

  @Override
  public ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException {
    int customer = ((Number) arguments.get("customer")).intValue();
    BigDecimal amount = new BigDecimal(arguments.get("amount").toString()).stripTrailingZeros();
    String reason = (String) arguments.get("reason");
    if (amount.scale() > CENTS) {
      return new ToolAnswer.Failed("Invalid arguments: amount has more than two decimals");
    }
    BigDecimal dollars = amount.setScale(CENTS);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (!credit(connection, customer, dollars)) {
        connection.rollback();
        return new ToolAnswer.Failed("There is no customer " + customer + ".");
      }
      long refund = write(connection, customer, dollars, reason);
      connection.commit();
      effects.refunded(refund, customer, dollars, reason);
      return new ToolAnswer.Done(receipt(refund, customer, dollars));
    }
  }

  private static boolean credit(Connection connection, int customer, BigDecimal amount)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE customers SET balance = balance + ? WHERE id = ?")) {
      update.setBigDecimal(1, amount);
      update.setInt(2, customer);
      return update.executeUpdate() == 1;
    }
  }

  private static long write(Connection connection, int customer, BigDecimal amount, String reason)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO refunds (customer, amount, reason) VALUES (?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setInt(1, customer);
      insert.setBigDecimal(2, amount);
      insert.setString(3, reason);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static Map<String, Object> receipt(long refund, int customer, BigDecimal amount) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("refund", refund);
    receipt.put("customer", customer);
    receipt.put("amount", amount);
    receipt.put("status", "paid");
    return receipt;
  }
}
