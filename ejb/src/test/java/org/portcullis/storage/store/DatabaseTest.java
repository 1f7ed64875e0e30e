package org.portcullis.storage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private final TestDatabase db = new TestDatabase();
  private final Database database = db.database();

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void givesNumbersWithoutGaps() {
    assertThat(database.<Long>inTransaction(() -> database.take("event", 3))).isEqualTo(1);
    assertThat(database.<Long>inTransaction(() -> database.take("event", 1))).isEqualTo(4);
  }

  @Test
  void takesNumbersBackWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                database.transact(
                    () -> {
                      database.take("event", 5);
                      throw new IllegalArgumentException("planned");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(database.<Long>inTransaction(() -> database.take("event", 1))).isEqualTo(1);
  }

  @Test
  void keepsNothingOfWorkThatIsNotWorthIt() {
    database.inTransaction(number -> false, () -> database.take("event", 5));

    assertThat(database.<Long>inTransaction(() -> database.last("event"))).isZero();
  }

  @Test
  void tellsADuplicateFromOtherFailures() {
    String insert = "INSERT INTO counter (name, last_value) VALUES ('event', 0)";

    assertThatThrownBy(() -> database.inTransaction(() -> database.update(insert)))
        .isInstanceOf(PersistenceException.class)
        .matches(Database::isDuplicate);
    assertThatThrownBy(() -> database.inTransaction(() -> database.update("DELETE FROM nowhere")))
        .isInstanceOf(PersistenceException.class)
        .matches(failure -> !Database.isDuplicate(failure));
  }

  @Test
  void refusesATransactionInsideAnother() {
    assertThatThrownBy(() -> database.transact(() -> database.transact(() -> {})))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(database::entities).isInstanceOf(IllegalStateException.class);
  }
}
