package org.portcullis.session.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Credential;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.session.Session;
import org.portcullis.session.SessionDesk.Query;
import org.portcullis.session.SessionDesk.Summary;
import org.portcullis.session.store.SessionSearch;
import org.portcullis.storage.store.TestDatabase;

class SessionBookTest {

  private static final Caller AGENT = caller("agent", "client");
  private static final Connection DESK = connection("desk", ProtocolKind.MCP);
  private static final Connection RUNS = connection("runs", ProtocolKind.REST);

  private final TestDatabase db = new TestDatabase();
  private final SessionSearch search = new SessionSearch(db.database());
  private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final SessionBook book = node();

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void anOpenedSessionIsFoundHereAndOnAnotherNode() {
    Session session = book.open(AGENT, DESK);

    assertThat(book.find(session.id(), AGENT, DESK)).contains(session);
    assertThat(node().find(session.id(), AGENT, DESK)).contains(session);
  }

  @Test
  void isBoundToItsCallerAndItsConnection() {
    Session session = book.open(AGENT, DESK);

    assertThat(book.find(session.id(), caller("other", "client"), DESK)).isEmpty();
    assertThat(book.find(session.id(), caller("agent", "other"), DESK)).isEmpty();
    assertThat(book.find(session.id(), AGENT, connection("files", ProtocolKind.MCP))).isEmpty();
    assertThat(book.find("S-none", AGENT, DESK)).isEmpty();
  }

  @Test
  void keepsWhatTheUpstreamSaid() {
    Session session = book.establish(book.open(AGENT, DESK), "up-1", "2025-06-18");

    Session found = node().find(session.id(), AGENT, DESK).orElseThrow();
    assertThat(found.upstreamId()).isEqualTo("up-1");
    assertThat(found.version()).isEqualTo("2025-06-18");
  }

  @Test
  void isOverOnceItEnded() {
    Session session = book.open(AGENT, DESK);

    book.end(session);
    book.end(session);

    assertThat(book.isOpen(session.id())).isFalse();
    assertThat(book.find(session.id(), AGENT, DESK)).isEmpty();
    assertThatThrownBy(() -> book.establish(session, "up", "v"))
        .isInstanceOf(GateUnavailable.class);
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE kind = 'SESSION_ENDED'")).isEqualTo(1);
  }

  @Test
  void aKilledSessionIsUnknownOnEveryNode() {
    SessionBook other = node();
    Session session = book.open(AGENT, DESK);
    assertThat(other.isOpen(session.id())).isTrue();

    assertThat(book.kill(session.id(), caller("admin", "c"), "odd")).isTrue();
    assertThat(book.kill(session.id(), caller("admin", "c"), "odd")).isFalse();
    assertThat(book.kill("S-none", caller("admin", "c"), "odd")).isFalse();

    assertThat(book.isOpen(session.id())).isFalse();
    other.follow();
    assertThat(other.isOpen(session.id())).isFalse();
    assertThat(db.count("SELECT COUNT(*) FROM event WHERE kind = 'SESSION_KILLED'")).isEqualTo(1);
  }

  @Test
  void continuesTheLastSessionWithinTheIdleTime() {
    Session first = book.current(AGENT, RUNS);
    now = now.plus(Duration.ofMinutes(29));
    assertThat(book.current(AGENT, RUNS).id()).isEqualTo(first.id());
    now = now.plus(Duration.ofMinutes(29));
    assertThat(book.current(AGENT, RUNS).id()).isEqualTo(first.id());
    now = now.plus(Duration.ofMinutes(31));
    assertThat(book.current(AGENT, RUNS).id()).isNotEqualTo(first.id());
  }

  @Test
  void continuesAfterARestart() {
    Session first = book.current(AGENT, RUNS);

    assertThat(node().current(AGENT, RUNS).id()).isEqualTo(first.id());
    assertThat(node().current(caller("agent", "other"), RUNS).id()).isNotEqualTo(first.id());
  }

  @Test
  void doesNotContinueAKilledSession() {
    Session first = book.current(AGENT, RUNS);
    book.kill(first.id(), AGENT, "odd");

    assertThat(book.current(AGENT, RUNS).id()).isNotEqualTo(first.id());
  }

  @Test
  void sixteenAtOnceGetOneSession() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    Callable<String> call = () -> book.current(AGENT, RUNS).id();

    Set<String> ids = new HashSet<>();
    for (Future<String> id : threads.invokeAll(Collections.nCopies(16, call))) {
      ids.add(id.get());
    }
    threads.shutdown();

    assertThat(ids).hasSize(1);
  }

  @Test
  void writesDownWhenItWasSeenAtMostOnceAMinute() {
    Session session = book.current(AGENT, RUNS);
    now = now.plusSeconds(10);
    book.current(AGENT, RUNS);
    book.tidy();
    assertThat(summary(session.id()).session().lastAt()).isEqualTo(session.lastAt());

    now = now.plusSeconds(40);
    book.current(AGENT, RUNS);
    book.tidy();

    assertThat(summary(session.id()).session().lastAt()).isEqualTo(now);
  }

  @Test
  void endsWhatNobodyCameBackTo() {
    Session mcp = book.open(AGENT, DESK);
    Session rest = book.current(AGENT, RUNS);
    now = now.plus(Duration.ofMinutes(33));
    book.tidy();
    assertThat(book.isOpen(rest.id())).isFalse();
    assertThat(summary(mcp.id()).session().state()).isEqualTo(Session.State.OPEN);

    now = now.plus(Duration.ofHours(25));
    book.tidy();

    assertThat(summary(mcp.id()).session().state()).isEqualTo(Session.State.ENDED);
  }

  @Test
  void findsSessionsTheLatestFirst() {
    Session first = book.open(AGENT, DESK);
    now = now.plusSeconds(1);
    Session second = book.open(caller("Other_Agent", "c"), RUNS);
    book.end(first);

    assertThat(ids(new Query(null, null, null, null, 10))).containsExactly(second.id(), first.id());
    assertThat(ids(new Query("other_", null, null, null, 10))).containsExactly(second.id());
    assertThat(ids(new Query("%", null, null, null, 10))).isEmpty();
    assertThat(ids(new Query(null, "desk", null, null, 10))).containsExactly(first.id());
    assertThat(ids(new Query(null, null, Session.State.OPEN, null, 10)))
        .containsExactly(second.id());
    assertThat(ids(new Query(null, null, null, second.id(), 10))).containsExactly(first.id());
  }

  @Test
  void countsExchangesByTheirDecisionAndByWhatWasMasked() {
    Session session = book.open(AGENT, DESK);
    String[] events = {
      "DECIDED allow",
      "DECIDED allow",
      "DECIDED mask",
      "DECIDED approve",
      "DECIDED block",
      "ANSWERED mask",
      "FAILED mask",
      "ANSWERED ",
      "EXPIRED mask"
    };
    for (int i = 0; i < events.length; i++) {
      String[] event = events[i].split(" ", -1);
      db.execute(
          "INSERT INTO event VALUES (%d,CURRENT_TIMESTAMP,'%s','%s','','gate','','','','%s',"
                  .formatted(100 + i, event[0], session.id(), event[1])
              + "CAST(X'7B7D' AS BLOB))");
    }

    Summary summary = summary(session.id());

    assertThat(summary.exchanges()).isEqualTo(5);
    assertThat(summary.masked()).isEqualTo(2);
    assertThat(summary.asked()).isEqualTo(1);
    assertThat(summary.blocked()).isEqualTo(1);
  }

  private Summary summary(String id) {
    Optional<Summary> found = db.database().inTransaction(() -> search.find(id));
    return found.orElseThrow();
  }

  private Iterable<String> ids(Query query) {
    return db.database().inTransaction(() -> search.search(query)).stream()
        .map(summary -> summary.session().id())
        .toList();
  }

  private SessionBook node() {
    return new SessionBook(
        db.database(), () -> now, Ids.random(), Duration.ofMinutes(30), Duration.ofHours(24));
  }

  private static Caller caller(String subject, String client) {
    return new Caller(
        new CallerId("https://issuer", subject, client), subject, Set.of(), "", Instant.MAX);
  }

  private static Connection connection(String name, ProtocolKind protocol) {
    return new Connection(
        name,
        protocol,
        URI.create("https://example.com"),
        new Credential.None(),
        Map.of(),
        StrictJson.object());
  }
}
