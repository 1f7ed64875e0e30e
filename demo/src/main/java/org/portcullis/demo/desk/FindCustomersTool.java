package org.portcullis.demo.desk;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code find_customers}: whole customer records, personal data included. */
final class FindCustomersTool implements Tool {
  private final Customers customers;

  FindCustomersTool(Customers customers) {
    this.customers = customers;
  }

  @Override
  public ToolAnswer call(Map<String, Object> arguments, Progress progress) throws SQLException {
    List<Map<String, Object>> found =
        customers.find((String) arguments.get("query")).stream().map(Customer::toJson).toList();
    return new ToolAnswer.Done(Map.of("customers", found));
  }
}
