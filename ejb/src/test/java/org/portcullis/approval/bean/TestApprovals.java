package org.portcullis.approval.bean;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.approval.ActionDigest;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.command.Ids;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Query;
import org.portcullis.recording.EventKind;
import org.portcullis.recording.store.EventSearch;
import org.portcullis.storage.store.SecretBox;
import org.portcullis.storage.store.TestDatabase;

/** The approval store on a database of its own, without a container. */
final class TestApprovals implements AutoCloseable {

  static final ApprovalPlan ONE = plan("one", 1, "approver");
  static final Caller AGENT = caller("agent", "support");
  static final Caller APPROVER = caller("approver", "approver");
  static final Caller SECOND = caller("second", "approver");

  final TestDatabase db = new TestDatabase();
  final List<Wakeup> wakeups = Collections.synchronizedList(new ArrayList<>());
  final List<Duration> delays = Collections.synchronizedList(new ArrayList<>());
  final List<String> changed = Collections.synchronizedList(new ArrayList<>());
  final Asking asking;
  final Voting voting;
  final Using using;
  final Ending ending;
  final ApprovalParts parts;

  TestApprovals(Path folder) {
    AtomicInteger count = new AtomicInteger();
    Ids ids = prefix -> prefix + "-" + count.incrementAndGet();
    parts =
        ApprovalParts.of(
            db.database(),
            SecretBox.withKeysIn(folder.resolve("secret.key")),
            "node",
            (delay, wakeup) -> {
              delays.add(delay);
              wakeups.add(wakeup);
            },
            changed::add,
            InstantSource.system(),
            ids,
            Duration.ofMinutes(10));
    asking = new Asking(parts);
    voting = new Voting(parts, Caller::groups, (connection, text) -> text.replace("secret", "***"));
    using = new Using(parts);
    ending = new Ending(parts, (connection, text) -> text);
  }

  static ApprovalPlan plan(String name, int quorum, String... approvers) {
    return new ApprovalPlan(
        name, Set.of(approvers), quorum, Duration.ofMinutes(15), Duration.ofMinutes(10));
  }

  /** A caller whose groups are their roles. */
  static Caller caller(String name, String... roles) {
    return new Caller(
        new CallerId("https://issuer", name, "client"), name, Set.of(roles), "", Instant.MAX);
  }

  static ApprovableCall refund(Caller caller, int amount, ApprovalPlan... plans) {
    var arguments = StrictJson.object().put("amount", amount);
    Command command = Command.of(CommandName.of("tool", "refund"), arguments, "");
    return new ApprovableCall(
        caller,
        "desk",
        "S-1",
        command,
        ActionDigest.of(
            caller.id(),
            "desk",
            URI.create("http://localhost/mcp"),
            command,
            MissingNode.getInstance(),
            1),
        1,
        List.of("refund-large"),
        List.of(plans),
        StrictJson.object().put("shown", "masked"));
  }

  static Event decided() {
    return new Event(
        Instant.EPOCH,
        EventKind.DECIDED,
        "S-1",
        "E-1",
        "agent",
        "agent",
        "client",
        "desk",
        "approve",
        StrictJson.object());
  }

  List<EventKind> events() {
    Query all = new Query(null, null, null, null, null, null, 0, 1000);
    EventSearch search = new EventSearch(db.database());
    return db.database().inTransaction(() -> search.search(all)).stream()
        .map(recorded -> recorded.event().kind())
        .toList();
  }

  /** Moves the time at which everything of a table ends or began. */
  void move(String table, String column, int seconds) {
    db.execute(
        "UPDATE %s SET %s = {fn TIMESTAMPADD(SQL_TSI_SECOND, %d, CURRENT_TIMESTAMP)}"
            .formatted(table, column, seconds));
  }

  @Override
  public void close() {
    db.close();
  }
}
