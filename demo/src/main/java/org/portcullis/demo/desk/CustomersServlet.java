package org.portcullis.demo.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Plain REST: {@code GET /customers?query=}, {@code GET} and {@code DELETE /customers/{id}}. */
final class CustomersServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Map<String, String> NOT_FOUND = Map.of("error", "no such customer");
  private static final Map<String, String> FAILED = Map.of("error", "the database failed");

  private final transient Customers customers;

  CustomersServlet(Customers customers) {
    this.customers = customers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (request.getPathInfo() == null) {
        list(request, response);
      } else {
        one(request, response);
      }
    } catch (SQLException e) {
      Answers.send(response, 500, FAILED);
    }
  }

  private void list(HttpServletRequest request, HttpServletResponse response)
      throws IOException, SQLException {
    String query = Optional.ofNullable(request.getParameter("query")).orElse("");
    Answers.send(
        response,
        200,
        Map.of("customers", customers.find(query).stream().map(Customer::toJson).toList()));
  }

  private void one(HttpServletRequest request, HttpServletResponse response)
      throws IOException, SQLException {
    Optional<Integer> id = id(request);
    Optional<Customer> customer = id.isEmpty() ? Optional.empty() : customers.byId(id.get());
    if (customer.isEmpty()) {
      Answers.send(response, 404, NOT_FOUND);
      return;
    }
    Answers.send(response, 200, customer.get().toJson());
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Integer> id = id(request);
    try {
      if (id.isPresent() && customers.delete(id.get())) {
        response.setStatus(204);
      } else {
        Answers.send(response, 404, NOT_FOUND);
      }
    } catch (SQLException e) {
      Answers.send(response, 500, FAILED);
    }
  }

  private static Optional<Integer> id(HttpServletRequest request) {
    String path = request.getPathInfo();
    // Nine digits always fit an int.
    return path != null && path.matches("/\\d{1,9}")
        ? Optional.of(Integer.valueOf(path.substring(1)))
        : Optional.empty();
  }
}
