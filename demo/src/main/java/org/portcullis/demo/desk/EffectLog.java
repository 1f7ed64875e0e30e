package org.portcullis.demo.desk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What really happened here since the start: each executed call and each lasting effect. It stands
 * beside the database, not in it, so that no statement can rewrite it. Safe for many threads.
 */
final class EffectLog {
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
  private final Ledger refunds = new Ledger();
  private final Ledger mails = new Ledger();
  private final Ledger statements = new Ledger();
  private final Ledger deletions = new Ledger();

  /** A tool was run, whatever came of it. */
  void called(String tool) {
    calls.computeIfAbsent(tool, name -> new LongAdder()).increment();
  }

  /** Money went to a customer. */
  void refunded(long refund, int customer, BigDecimal amount, String reason) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("refund", refund);
    item.put("customer", customer);
    item.put("amount", amount);
    item.put("reason", reason);
    refunds.add(item);
  }

  /** A mail was sent. */
  void mailed(String to, String subject) {
    mails.add(Map.of("to", to, "subject", subject));
  }

  /** A statement was executed by the database. */
  void executed(String sql) {
    statements.add(Map.of("sql", sql));
  }

  /** A customer was removed. */
  void deleted(int customer) {
    deletions.add(Map.of("customer", customer));
  }

  /** All of it as JSON: {@code calls} by tool name, and a count and the items of each effect. */
  Map<String, Object> toJson() {
    Map<String, Object> counted = new TreeMap<>();
    calls.forEach((tool, count) -> counted.put(tool, count.sum()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("calls", counted);
    json.put("refunds", refunds.toJson());
    json.put("mails", mails.toJson());
    json.put("statements", statements.toJson());
    json.put("deletions", deletions.toJson());
    return json;
  }
}
