package org.portcullis.policy.bean;

import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.portcullis.identity.Caller;
import org.portcullis.json.Digests;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.Policies.Put;
import org.portcullis.policy.Policies.Version;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;
import org.portcullis.policy.engine.ActivePolicies;
import org.portcullis.policy.store.PolicyStore;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.store.EventTrail;
import org.portcullis.storage.store.Database;

/**
 * The active policy in memory and how it changes. A newer version replaces it only when it can be
 * used; a number never goes back.
 */
final class PolicyBook {

  private static final Logger LOG = System.getLogger(PolicyBook.class.getName());

  private final Database database;
  private final PolicyStore store;
  private final EventTrail trail;
  private final InstantSource clock;
  private final AtomicReference<ActivePolicy> active;
  private final AtomicInteger refused = new AtomicInteger();

  PolicyBook(Database database, InstantSource clock) {
    this.database = database;
    this.store = new PolicyStore(database);
    this.trail = new EventTrail(database);
    this.clock = clock;
    this.active = new AtomicReference<>(ActivePolicies.blockingEverything());
  }

  ActivePolicy active() {
    return active.get();
  }

  /** Follows what another node made active. */
  void follow() {
    int latest = database.inTransaction(store::latest);
    if (latest <= active.get().number() || latest == refused.get()) {
      return;
    }
    Optional<Version> version = database.inTransaction(() -> store.find(latest));
    Optional<ActivePolicy> compiled = version.flatMap(v -> compile(latest, v.text()));
    if (compiled.isPresent()) {
      activate(compiled.get());
      return;
    }
    refused.set(latest);
    LOG.log(
        Level.ERROR,
        "policy {0} cannot be used by this node; {1} stays active",
        latest,
        active.get().number());
  }

  Put put(String text, Optional<Integer> expected, Caller by) {
    if (!(PolicyReader.read(text) instanceof PolicyReading.Read read)) {
      throw new IllegalArgumentException("text: faulty (expected: read without faults)");
    }
    Stored stored;
    try {
      stored = database.inTransaction(s -> s.number() > 0, () -> store(text, expected, by));
    } catch (PersistenceException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      // Another node stored a version between our reading and our writing.
      return new Put.Conflict(database.inTransaction(store::latest));
    }
    if (stored.number() == 0) {
      return new Put.Conflict(stored.latest());
    }
    activate(read.policy().activate(stored.number()));
    return new Put.Stored(stored.number());
  }

  /** The number that was stored, or 0 when the latest is not the expected one. */
  private record Stored(int number, int latest) {}

  private Stored store(String text, Optional<Integer> expected, Caller by) {
    int latest = store.latest();
    if (expected.isPresent() && expected.get() != latest) {
      return new Stored(0, latest);
    }
    int number = latest + 1;
    store.add(number, by.name(), text);
    trail.append(changed(number, text, by));
    return new Stored(number, latest);
  }

  private Event changed(int number, String text, Caller by) {
    var detail = StrictJson.object();
    detail.put("policy", number);
    detail.put("digest", Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    return new Event(
        clock.instant(),
        EventKind.POLICY_CHANGED,
        "",
        "",
        by.name(),
        by.id().subject(),
        by.id().client(),
        "",
        "",
        detail);
  }

  private static Optional<ActivePolicy> compile(int number, String text) {
    return PolicyReader.read(text) instanceof PolicyReading.Read read
        ? Optional.of(read.policy().activate(number))
        : Optional.empty();
  }

  private void activate(ActivePolicy policy) {
    active.accumulateAndGet(policy, (old, next) -> next.number() > old.number() ? next : old);
  }
}
