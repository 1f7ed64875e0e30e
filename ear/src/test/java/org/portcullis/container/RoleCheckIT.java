package org.portcullis.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.ApprovalDesk.Voted;
import org.portcullis.approval.Approvals;
import org.portcullis.approval.Approvals.Standing;
import org.portcullis.approval.Vote;
import org.portcullis.container.deployment.TestedEar;
import org.portcullis.e2e.Http;
import org.portcullis.identity.Caller;
import org.portcullis.policy.Policies;

/** Who may do what, asked of the server itself: by the API's door and at the beans behind it. */
@ArquillianTest
class RoleCheckIT {

  private static final String CHANGES =
      "SELECT COUNT(*) FROM event WHERE kind IN ('POLICY_CHANGED', 'CONNECTION_CHANGED',"
          + " 'SESSION_KILLED', 'REVOKED', 'VOTED')";
  private static final String VOTES = "SELECT COUNT(*) FROM approval_vote WHERE request_id = ?";

  @EJB(lookup = "java:app/gate-ejb/PoliciesBean!org.portcullis.policy.Policies")
  private Policies policies;

  @EJB(lookup = "java:app/gate-ejb/ApprovalsBean!org.portcullis.approval.Approvals")
  private Approvals approvals;

  @EJB(lookup = "java:app/gate-ejb/ApprovalsBean!org.portcullis.approval.ApprovalDesk")
  private ApprovalDesk desk;

  @Resource(lookup = "jdbc/gate")
  private DataSource source;

  private Tables tables;

  @Deployment
  static EnterpriseArchive deployment() {
    return TestedEar.with(RoleCheckIT.class);
  }

  @BeforeEach
  void setUp() {
    tables = new Tables(source);
    House.rules(policies);
    String connection = House.CONNECTION.formatted("http://127.0.0.1:9");
    assertThat(
            Door.as("admin")
                .put("/api/v1/connections/roles", "application/json", connection)
                .status())
        .isBetween(200, 201);
  }

  /** A new operation has to be put on the list, with those it is open to. */
  @Test
  void theListNamesEveryOperationOfTheApi() {
    JsonNode paths = Door.nobody().get("/openapi?format=json").json().get("paths");
    List<String> described = new ArrayList<>();
    for (var path : paths.properties()) {
      for (var verb : path.getValue().properties()) {
        described.add(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    assertThat(described)
        .filteredOn(operation -> operation.contains(" /api/v1/"))
        .containsExactlyInAnyOrderElementsOf(
            Operation.all().stream().map(Operation::toString).toList());
  }

  @Test
  void withoutATokenNothingOpens() {
    long before = tables.number(CHANGES);
    for (Operation operation : Operation.all()) {
      Http.Reply reply = operation.send(Door.nobody(), "roles");
      assertThat(reply.status()).as(operation.toString()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).as(operation.toString()).isPresent();
    }
    assertThat(tables.number(CHANGES)).isEqualTo(before);
  }

  /** With what really exists: whoever came through would do harm. */
  @Test
  void nobodyDoesWhatTheirRolesDoNotAllow() {
    String grant = granted(ask("agent"));
    String session = tables.texts("SELECT id FROM gate_session WHERE caller_name = 'agent'").get(0);
    long before = tables.number(CHANGES);
    for (Operation operation : Operation.all()) {
      String target =
          operation.template().contains("/sessions/")
              ? session
              : operation.template().contains("/grants/") ? grant : "roles";
      for (String user : Operation.EVERYONE) {
        if (!operation.open().contains(user)) {
          Http.Reply reply = operation.send(Door.as(user), numbered(operation, target));
          assertThat(reply.status()).as("%s by %s", operation, user).isEqualTo(403);
        }
      }
    }
    assertThat(tables.number(CHANGES)).isEqualTo(before);
    assertThat(tables.texts("SELECT state FROM approval_grant WHERE id = ?", grant))
        .containsExactly("ACTIVE");
    assertThat(tables.texts("SELECT state FROM gate_session WHERE id = ?", session))
        .containsExactly("OPEN");
  }

  @Test
  void everyRoleOpensWhatIsItsOwn() {
    for (Operation operation : Operation.all()) {
      for (String user : operation.open()) {
        Http.Reply reply = operation.send(Door.as(user), numbered(operation, "not-there"));
        assertThat(reply.status())
            .as("%s by %s", operation, user)
            .isNotIn(401, 403)
            .isLessThan(500);
      }
    }
  }

  /**
   * Known faults 1.19 and 1.20: lists hold what the caller may see, administrators by their role.
   */
  @Test
  void aRequestIsSeenByWhoAskedWhoMayVoteAndWhoLooksAfterTheGate() {
    String id = ask("agent");
    for (String user : Set.of("agent", "approver", "second", "admin", "auditor")) {
      assertThat(ids(user, "/api/v1/approvals")).as(user).contains(id);
      assertThat(Door.as(user).get("/api/v1/approvals/" + id).status()).as(user).isEqualTo(200);
    }
    assertThat(ids("operator", "/api/v1/approvals")).doesNotContain(id);
    assertThat(Door.as("operator").get("/api/v1/approvals/" + id).status()).isEqualTo(404);
    assertThat(vote("operator", id).status()).isEqualTo(404);

    assertThat(ids("agent", "/api/v1/approvals/mine")).contains(id);
    for (String user : Set.of("operator", "approver", "admin", "auditor")) {
      assertThat(ids(user, "/api/v1/approvals/mine")).as(user).doesNotContain(id);
    }
  }

  /** An administrator sees every request and still has no vote. */
  @Test
  void onlyAnApproverVotesAndNeverOnTheirOwn() {
    String id = ask("agent");
    for (String user : Set.of("agent", "admin", "auditor")) {
      assertThat(vote(user, id).status()).as(user).isEqualTo(403);
    }
    assertThat(tables.number(VOTES, id)).isZero();
    assertThat(vote("approver", id).status()).isEqualTo(200);
    assertThat(tables.number(VOTES, id)).isOne();
  }

  @Test
  void theBeanItselfTakesVotesOfApproversOnly() {
    Caller both = People.person("both", "support", "approvers");
    Standing.Pending pending = (Standing.Pending) approvals.ask(Refunds.by(both));
    for (Caller caller : List.of(both, People.AGENT, People.OPERATOR, People.ADMIN)) {
      assertThat(desk.vote(pending.requestId(), Vote.Choice.APPROVE, "yes", caller))
          .as(caller.name())
          .isInstanceOf(Voted.Refused.class);
    }
    assertThat(tables.number(VOTES, pending.requestId())).isZero();
    assertThat(desk.vote(pending.requestId(), Vote.Choice.APPROVE, "yes", People.APPROVER))
        .isInstanceOf(Voted.Counted.class);
  }

  /** A role is what the active policy says, not what a token or a first start once gave. */
  @Test
  void aRightEndsWithTheRoleThatGaveIt() {
    String id = ask("agent");
    assertThat(Door.as("approver").get("/api/v1/grants").status()).isEqualTo(200);
    String closed =
        House.POLICY
            .replace("approvers: [approver]\n", "nobody: [approver]\n")
            .replace("platform: [admin]\n", "nobody-else: [admin]\n");
    policies.put(closed, Optional.empty(), People.ADMIN);

    assertThat(Door.as("approver").get("/api/v1/grants").status()).isEqualTo(403);
    assertThat(vote("approver", id).status()).isEqualTo(404);
    assertThat(desk.vote(id, Vote.Choice.APPROVE, "yes", People.APPROVER))
        .isInstanceOf(Voted.Refused.class);
    Http admin = Door.as("admin");
    assertThat(admin.get("/api/v1/approvals/" + id).status()).isEqualTo(404);
    assertThat(admin.put("/api/v1/policy", "application/yaml", House.POLICY).status())
        .isEqualTo(403);
    assertThat(policies.current().map(Policies.Version::text)).contains(closed);
    assertThat(tables.number(VOTES, id)).isZero();
  }

  private static String ask(String user) {
    String body = "{\"amount\":" + Math.abs(System.nanoTime() % 1_000_000_000) + "}";
    Http.Reply reply = Door.as(user).post("/gate/roles/pay", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return reply.json().at("/approvals/0/id").asText();
  }

  private String granted(String request) {
    assertThat(vote("approver", request).status()).isEqualTo(200);
    return tables.texts("SELECT id FROM approval_grant WHERE request_id = ?", request).get(0);
  }

  private static Http.Reply vote(String user, String request) {
    return Door.as(user)
        .post(
            "/api/v1/approvals/" + request + "/votes",
            "{\"vote\":\"approve\",\"reason\":\"a test\"}");
  }

  private static List<String> ids(String user, String path) {
    List<String> ids = new ArrayList<>();
    Door.as(user)
        .get(path + "?limit=500")
        .json()
        .get("items")
        .forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  private static String numbered(Operation operation, String target) {
    return operation.template().contains("{number}") ? "1" : target;
  }
}
