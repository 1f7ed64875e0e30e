package org.portcullis.dissection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs texts in a real Derby, in a transaction that is rolled back, and sees what they do: its lock
 * table tells what is read and written, its catalog what is created, altered and dropped.
 */
final class DerbyTrials implements AutoCloseable {

  private static final String LOCKS =
      """
      SELECT DISTINCT s.SCHEMANAME, l.TABLENAME, l.MODE FROM SYSCS_DIAG.LOCK_TABLE l
      JOIN SYS.SYSTABLES t ON t.TABLENAME = l.TABLENAME
      JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID
      WHERE l.TYPE = 'TABLE' AND l.TABLETYPE = 'T'
      """;

  private static final String CATALOG =
      """
      SELECT s.SCHEMANAME, t.TABLENAME FROM SYS.SYSTABLES t
      JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID WHERE t.TABLETYPE <> 'S'
      """;

  private final Connection connection;

  private DerbyTrials(Connection connection) {
    this.connection = connection;
  }

  /** In memory, under this name. */
  static DerbyTrials in(String database) throws SQLException {
    System.setProperty("derby.stream.error.file", "target/derby.log");
    Connection connection =
        DriverManager.getConnection("jdbc:derby:memory:" + database + ";create=true");
    connection.setAutoCommit(false);
    // What is read stays locked until the end of the transaction.
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    return new DerbyTrials(connection);
  }

  /** Makes these things for one text, runs it, and takes everything back. */
  DatabaseTrial run(List<String> definitions, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String definition : definitions) {
        statement.execute(definition);
      }
      connection.commit();
      Set<DatabaseEffect> before = tables();
      statement.setEscapeProcessing(false);
      if (statement.execute(text)) {
        drain(statement);
      }
      return new DatabaseTrial.Ran(effects(before, text));
    } catch (SQLException e) {
      return new DatabaseTrial.Refused(e.getSQLState() + " " + e.getMessage());
    } finally {
      connection.rollback();
      clear();
    }
  }

  private Set<DatabaseEffect> effects(Set<DatabaseEffect> before, String text) throws SQLException {
    Set<DatabaseEffect> effects = new LinkedHashSet<>();
    Set<DatabaseEffect> after = tables();
    // That locks as a write does and only reads.
    boolean intends = text.toLowerCase(Locale.ROOT).contains("for update");
    for (List<String> lock : query(LOCKS)) {
      DatabaseEffect table = DatabaseEffect.of("create", lock.get(0), lock.get(1));
      String verb = lock.get(2).endsWith("X") && !intends ? "write" : "read";
      if (before.contains(table)) {
        effects.add(new DatabaseEffect(verb, table.object()));
      }
    }
    after.stream().filter(table -> !before.contains(table)).forEach(effects::add);
    before.stream()
        .filter(table -> !after.contains(table))
        .map(table -> new DatabaseEffect("define", table.object()))
        .forEach(effects::add);
    return effects;
  }

  private Set<DatabaseEffect> tables() throws SQLException {
    Set<DatabaseEffect> tables = new LinkedHashSet<>();
    for (List<String> row : query(CATALOG)) {
      tables.add(DatabaseEffect.of("create", row.get(0), row.get(1)));
    }
    return tables;
  }

  private List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void drain(Statement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      while (result.next()) {
        // Reading the rows is what takes the locks.
      }
    }
  }

  private void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (DatabaseEffect table : tables()) {
        String name = table.object();
        int dot = name.indexOf('.');
        statement.execute(
            "DROP TABLE \"" + name.substring(0, dot) + "\".\"" + name.substring(dot + 1) + "\"");
      }
      connection.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
