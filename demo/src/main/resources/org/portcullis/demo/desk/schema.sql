CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(120) NOT NULL,
  phone VARCHAR(20) NOT NULL,
  ssn CHAR(11) NOT NULL,
  card_brand VARCHAR(20) NOT NULL,
  card_number VARCHAR(19) NOT NULL,
  city VARCHAR(60) NOT NULL,
  balance DECIMAL(12, 2) NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL,
  item VARCHAR(80) NOT NULL,
  total DECIMAL(12, 2) NOT NULL,
  ordered DATE NOT NULL
);

CREATE TABLE refunds (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer INTEGER NOT NULL,
  amount DECIMAL(12, 2) NOT NULL,
  reason VARCHAR(400) NOT NULL
);

CREATE TABLE sent_mails (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient VARCHAR(254) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body VARCHAR(20000) NOT NULL
);

INSERT INTO customers VALUES
  (1, 'Ana Lopez', 'ana.lopez@example.com', '+1 202-555-0143', '078-05-1120', 'visa', '4111 1111 1111 1111', 'Toledo', 240.00),
  (2, 'Ben Carter', 'ben@example.com', '+1 202-555-0178', '219-09-9999', 'mastercard', '5555555555554444', 'Dayton', 0.00),
  (3, 'Chidi Okafor', 'chidi.okafor@example.org', '+1 202-555-0119', '987-65-4320', 'discover', '6011-1111-1111-1117', 'Akron', 75.50),
  (4, 'Dana Weiss', 'dana@example.com', '+1 202-555-0102', '987-65-4321', 'visa', '4012888888881881', 'Toledo', 12.25),
  (5, 'Emre Yilmaz', 'emre+orders@example.net', '+1 202-555-0164', '987-65-4322', 'jcb', '3530111333300000', 'Canton', 310.00),
  (6, 'Fay Nguyen', 'fay@example.com', '+1 202-555-0187', '987-65-4323', 'amex', '378282246310005', 'Dayton', 48.00),
  (7, 'Gus Lindqvist', 'gus.lindqvist@example.org', '+1 202-555-0190', '987-65-4324', 'mastercard', '2223003122003222', 'Akron', 0.00),
  (8, 'Hana Sato', 'hana@example.com', '+1 202-555-0155', '987-65-4325', 'visa', '4000-0566-5566-5556', 'Toledo', 99.99);

INSERT INTO orders VALUES
  (1001, 1, 'espresso machine', 420.00, '2025-01-14'),
  (1002, 1, 'bean grinder', 120.00, '2025-02-03'),
  (1003, 2, 'travel mug', 24.50, '2025-02-11'),
  (1004, 3, 'kettle', 68.00, '2025-02-20'),
  (1005, 3, 'filter papers', 7.50, '2025-03-01'),
  (1006, 4, 'tea set', 59.90, '2025-03-05'),
  (1007, 5, 'espresso machine', 420.00, '2025-03-09'),
  (1008, 5, 'spare gasket', 12.00, '2025-03-12'),
  (1009, 6, 'milk frother', 48.00, '2025-03-15'),
  (1010, 7, 'scale', 39.00, '2025-03-21'),
  (1011, 8, 'bean grinder', 120.00, '2025-03-25'),
  (1012, 8, 'descaler', 15.75, '2025-04-02');
