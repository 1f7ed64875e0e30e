package org.portcullis.demo.desk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One invented customer.
 *
 * @param balance in US dollars
 */
record Customer(
    int id,
    String name,
    String email,
    String phone,
    String ssn,
    String cardBrand,
    String cardNumber,
    String city,
    BigDecimal balance) {

  /** Reads the current row of {@code SELECT * FROM customers}. */
  static Customer from(ResultSet row) throws SQLException {
    return new Customer(
        row.getInt("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("ssn"),
        row.getString("card_brand"),
        row.getString("card_number"),
        row.getString("city"),
        row.getBigDecimal("balance"));
  }

  /** As JSON; the card is an object of its own, so that its number is {@code card.number}. */
  Map<String, Object> toJson() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("brand", cardBrand);
    card.put("number", cardNumber);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", name);
    json.put("email", email);
    json.put("phone", phone);
    json.put("ssn", ssn);
    json.put("card", card);
    json.put("city", city);
    json.put("balance", balance);
    return json;
  }
}
