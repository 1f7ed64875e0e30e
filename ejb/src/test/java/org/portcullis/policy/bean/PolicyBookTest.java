package org.portcullis.policy.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.policy.Policies.Put;
import org.portcullis.policy.Policies.Version;
import org.portcullis.policy.store.PolicyStore;
import org.portcullis.storage.store.TestDatabase;

class PolicyBookTest {

  private static final Caller ADMIN =
      new Caller(new CallerId("i", "admin", "c"), "Admin", Set.of("platform"), "", Instant.MAX);
  private static final String GOOD =
      "version: 1\n# Zoë\ngroups:\n  g: [r]\nroles:\n  r:\n    rules: []\n";

  private final TestDatabase db = new TestDatabase();
  private final PolicyStore store = new PolicyStore(db.database());
  private final PolicyBook book = new PolicyBook(db.database(), InstantSource.system());

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void blocksEverythingBeforeTheFirstVersion() {
    book.follow();

    assertThat(book.active().number()).isZero();
  }

  @Test
  void whatIsPutIsStoredByteForByteAndActive() {
    assertThat(put(GOOD, Optional.empty())).isEqualTo(new Put.Stored(1));

    assertThat(book.active().number()).isEqualTo(1);
    Version version = db.database().inTransaction(() -> store.find(1)).orElseThrow();
    assertThat(version.text()).isEqualTo(GOOD);
    assertThat(version.author()).isEqualTo("Admin");
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE kind = 'POLICY_CHANGED'")).isEqualTo(1);
  }

  @Test
  void refusesAnAuthorWhoStartedFromAnotherVersion() {
    put(GOOD, Optional.of(0));

    assertThat(put(GOOD, Optional.of(0))).isEqualTo(new Put.Conflict(1));
    assertThat(put(GOOD, Optional.of(1))).isEqualTo(new Put.Stored(2));
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE kind = 'POLICY_CHANGED'")).isEqualTo(2);
  }

  @Test
  void storesNothingThatCannotBeRead() {
    put(GOOD, Optional.empty());

    assertThatThrownBy(() -> put("version: 99", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(db.count("SELECT COUNT(*) FROM policy_version")).isEqualTo(1);
  }

  @Test
  void followsAnotherNode() {
    PolicyBook other = new PolicyBook(db.database(), InstantSource.system());
    other.put(GOOD, Optional.empty(), ADMIN);
    assertThat(book.active().number()).isZero();

    book.follow();

    assertThat(book.active().number()).isEqualTo(1);
  }

  @Test
  void aBadStoredVersionNeverReplacesAGoodOne() {
    put(GOOD, Optional.empty());
    db.database().transact(() -> store.add(2, "hand", "not: a policy"));

    book.follow();
    book.follow();

    assertThat(book.active().number()).isEqualTo(1);
    assertThat(put(GOOD, Optional.of(2))).isEqualTo(new Put.Stored(3));
    assertThat(book.active().number()).isEqualTo(3);
  }

  @Test
  void listsVersionsWithoutTheirTexts() {
    put(GOOD, Optional.empty());
    put(GOOD, Optional.empty());

    assertThat(db.database().inTransaction(() -> store.history(10)))
        .extracting(Version::number, Version::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, ""), org.assertj.core.groups.Tuple.tuple(1, ""));
  }

  private Put put(String text, Optional<Integer> expected) {
    return book.put(text, expected, ADMIN);
  }
}
