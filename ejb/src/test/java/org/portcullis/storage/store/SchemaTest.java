package org.portcullis.storage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.recording.GateUnavailable;

class SchemaTest {

  private final TestDatabase db = new TestDatabase();

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void migratesOnceAndIsThenUpToDate() {
    new Schema(db.source()).migrate();

    assertThat(db.count("SELECT COUNT(*) FROM \"schema_history\" WHERE \"success\" = TRUE"))
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void refusesAnIllegalStep() {
    db.execute(
        "INSERT INTO gate_session VALUES ('S-1','i','s','c','n','desk','MCP','','',"
            + "CURRENT_TIMESTAMP,CURRENT_TIMESTAMP,NULL,'SESSION','OPEN','KILLED')");

    assertThatThrownBy(
            () -> db.execute("UPDATE gate_session SET prior_state = 'KILLED', state = 'OPEN'"))
        .hasMessageContaining("GATE_SESSION_STEP");
  }

  @Test
  void refusesToChangeOrRemoveEvents() {
    db.execute(
        "INSERT INTO event VALUES (1,CURRENT_TIMESTAMP,'REFUSED','','','gate','','','','',"
            + "CAST(X'7B7D' AS BLOB))");

    assertThatThrownBy(() -> db.execute("UPDATE event SET actor = 'someone'"))
        .hasMessageContaining("EVENT_IS_APPEND_ONLY");
    assertThatThrownBy(() -> db.execute("DELETE FROM event"))
        .hasMessageContaining("EVENT_IS_APPEND_ONLY");
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE actor = 'gate'")).isEqualTo(1);
  }

  @Test
  void refusesAClockThatIsFarAway() {
    Schema schema = new Schema(db.source());
    InstantSource ahead = () -> InstantSource.system().instant().plus(Duration.ofHours(1));

    schema.compareClocks(db.database(), InstantSource.system());
    assertThatThrownBy(() -> schema.compareClocks(db.database(), ahead))
        .isInstanceOf(GateUnavailable.class)
        .hasMessageContaining("clock");
  }
}
