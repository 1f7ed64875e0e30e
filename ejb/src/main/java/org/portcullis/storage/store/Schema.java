package org.portcullis.storage.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.SessionFactory;
import org.portcullis.recording.GateUnavailable;

/**
 * The database's schema: made by the migrations alone, then compared with the entities.
 *
 * <p>Hibernate's own validation at the start of the persistence unit is off, because the container
 * starts the unit before any bean can run: on an empty database it would fail before the first
 * migration. The same validation is called here, after it.
 */
public final class Schema {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

  private final DataSource source;

  public Schema(DataSource source) {
    this.source = source;
  }

  /**
   * Applies the migrations that are still missing. Nodes that start at once wait for each other. In
   * this server Flyway finds a folder on the class path only by an empty file {@code
   * flyway.location} in it.
   *
   * @throws GateUnavailable when the schema is not what this release needs
   */
  public void migrate() {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:db/" + kind())
          .failOnMissingLocations(true)
          .table("schema_history")
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new GateUnavailable("the schema cannot be migrated: " + e.getMessage(), e);
    }
  }

  /**
   * Compares the tables with the entities.
   *
   * @throws GateUnavailable when they differ
   */
  public void validate(EntityManagerFactory units) {
    try {
      units.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    } catch (PersistenceException e) {
      throw new GateUnavailable("the schema is not the entities': " + e.getMessage(), e);
    }
  }

  /**
   * Compares the database's clock, which judges every end, with this node's, which dates events. A
   * JVM that does not run in UTC shows itself here, because Derby tells the time of its zone.
   *
   * @throws GateUnavailable when they are more than 30 seconds apart
   */
  public void compareClocks(Database database, InstantSource clock) {
    Instant there = database.inTransaction(database::now);
    Duration apart = Duration.between(there, clock.instant()).abs();
    if (apart.compareTo(CLOCK_TOLERANCE) > 0) {
      throw new GateUnavailable(
          "clock: the database's is %s apart from this node's (expected: at most %s; is the JVM's time zone UTC?)"
              .formatted(apart, CLOCK_TOLERANCE));
    }
  }

  private String kind() {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      return product.contains("derby") ? "derby" : "postgresql";
    } catch (SQLException e) {
      throw new GateUnavailable("the database cannot be reached", e);
    }
  }
}
