package org.portcullis.dissection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.database.Postgres;

/**
 * Runs texts in a real PostgreSQL, as an ordinary user and in a transaction that is rolled back,
 * and sees what they do: triggers tell which rows are written and what is defined or dropped, locks
 * tell what is read. Texts that end the transaction lose the locks; what the triggers told stays.
 */
final class PostgresTrials implements AutoCloseable {

  /** Tables as such; what a view reads is nobody's to name. */
  private static final String LOCKS =
      """
      SELECT n.nspname, c.relname, l.mode FROM pg_catalog.pg_locks l
      JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) l.relation
      JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
      AND l.locktype OPERATOR(pg_catalog.=) 'relation' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND (n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema', 'trace')
           OR c.relname IN ('pg_authid', 'pg_shadow'))
      """;

  private final Connection caller;
  private final Connection owner;

  private PostgresTrials(Connection caller, Connection owner) {
    this.caller = caller;
    this.owner = owner;
  }

  /** In an own database of this name. */
  static PostgresTrials in(String database) throws SQLException {
    Postgres server = Postgres.required();
    server.create(database);
    Connection owner = server.connect(database, "postgres", "&preferQueryMode=simple");
    execute(owner, script());
    String limits = "&preferQueryMode=simple&options=-c%20statement_timeout=2000";
    PostgresTrials trials = new PostgresTrials(server.connect(database, "caller", limits), owner);
    trials.reset();
    return trials;
  }

  /** Leaves no object of the caller, and as many tables as are given here. */
  void reset(String... definitions) throws SQLException {
    execute(owner, "DROP OWNED BY caller CASCADE; CREATE SCHEMA public AUTHORIZATION caller");
    for (String definition : definitions) {
      define(definition);
    }
  }

  /** Makes something of the caller's; each of its tables tells from now on what is written. */
  void define(String definition) throws SQLException {
    execute(caller, definition);
    execute(owner, "CALL trace.watch()");
  }

  /** Runs a text and takes it back; what cannot be taken back is still there. */
  DatabaseTrial run(String text) throws SQLException {
    execute(caller, "SET trace.log = ''");
    execute(caller, "BEGIN");
    try {
      execute(caller, text);
      return new DatabaseTrial.Ran(effects());
    } catch (SQLException e) {
      execute(caller, "ROLLBACK");
      // What was committed before a later statement failed was done.
      Set<DatabaseEffect> before = told();
      return before.isEmpty()
          ? new DatabaseTrial.Refused(e.getSQLState() + " " + e.getMessage())
          : new DatabaseTrial.Ran(before);
    } finally {
      execute(caller, "ROLLBACK");
      execute(caller, "DISCARD ALL");
    }
  }

  private Set<DatabaseEffect> effects() throws SQLException {
    Set<DatabaseEffect> effects = told();
    for (List<String> lock : query(LOCKS)) {
      String verb =
          switch (lock.get(2)) {
            case "AccessShareLock", "RowShareLock" -> "read";
            case "RowExclusiveLock" -> "write";
            case "ShareRowExclusiveLock" -> "refer";
            default -> "define";
          };
      effects.add(DatabaseEffect.of(verb, lock.get(0), lock.get(1)));
    }
    return effects;
  }

  /** What the triggers noted: {@code verb, schema, name} in a line. */
  private Set<DatabaseEffect> told() throws SQLException {
    Set<DatabaseEffect> effects = new LinkedHashSet<>();
    String log = query("SELECT pg_catalog.current_setting('trace.log', true)").get(0).get(0);
    for (String line : log.split("\n", -1)) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 3) {
        String verb = parts[0].toLowerCase(Locale.ROOT);
        effects.add(DatabaseEffect.of(verb, parts[1], parts[2]));
      }
    }
    return effects;
  }

  private List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = caller.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The driver sends the text as it stands and cuts nothing from it. */
  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(text);
    }
  }

  private static String script() {
    try (InputStream in = PostgresTrials.class.getResourceAsStream("postgres-trace.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    caller.close();
    owner.close();
  }
}
