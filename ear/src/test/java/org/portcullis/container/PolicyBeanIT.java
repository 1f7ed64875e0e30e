package org.portcullis.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.container.deployment.TestedEar;
import org.portcullis.e2e.Http;
import org.portcullis.policy.Policies;
import org.portcullis.policy.Policies.Put;
import org.portcullis.policy.Policies.Version;
import org.portcullis.recording.GateUnavailable;

/** Policy versions in the server: a good one stays until a better one takes its place. */
@ArquillianTest
class PolicyBeanIT {

  private static final String YAML = "application/yaml";
  private static final String GOOD =
      """
      # %s
      version: 1
      groups: {support: [support-agent], platform: [admin], audit: [auditor]}
      roles:
        support-agent:
          rules:
            - {id: find, effect: allow, on: [desk], commands: ["tool:find"]}
        admin: {}
        auditor: {}
      """;

  @EJB(lookup = "java:app/gate-ejb/PoliciesBean!org.portcullis.policy.Policies")
  private Policies policies;

  @Resource(lookup = "jdbc/gate")
  private DataSource source;

  private Tables tables;
  private int number;

  @Deployment
  static EnterpriseArchive deployment() {
    return TestedEar.with(PolicyBeanIT.class);
  }

  @BeforeEach
  void putAGoodOne() {
    tables = new Tables(source);
    number = stored(policies.put(good("first"), Optional.empty(), People.ADMIN));
  }

  @Test
  void aVersionIsActiveAtOnceAndKeptByteForByte() {
    String text = good("äöü € \t");
    int next = stored(policies.put(text, Optional.of(number), People.ADMIN));
    assertThat(next).isEqualTo(number + 1);
    assertThat(policies.active().number()).isEqualTo(next);
    assertThat(policies.current().map(Version::text)).contains(text);
    assertThat(policies.find(number).map(Version::text)).contains(good("first"));
    assertThat(policies.history(2)).extracting(Version::number).containsExactly(next, number);
    assertThat(policies.history(1)).extracting(Version::author).containsExactly("admin");
  }

  @Test
  void aBadFileNeverReplacesAGoodOne() {
    Http admin = Door.as("admin");
    for (String bad : List.of(faulty(), "version: 1\nroles: [", "{}", "", "version: 2")) {
      Http.Reply reply = admin.put("/api/v1/policy", YAML, bad.isEmpty() ? "\n" : bad);
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.json().get("faults")).as(bad).isNotEmpty();
      assertTheFirstIsActive();
    }
    assertThat(admin.get("/api/v1/policy").text()).isEqualTo(good("first"));
  }

  @Test
  void theBeanTakesNoBadFileEither() {
    assertThatThrownBy(() -> policies.put(faulty(), Optional.empty(), People.ADMIN))
        .isInstanceOf(GateUnavailable.class);
    assertTheFirstIsActive();
  }

  @Test
  void aBadFileOfAnotherNodeDoesNotBecomeActiveAndTheNextGoodOneDoes() {
    tables.execute(
        "INSERT INTO policy_version (number, author, created_at, document)"
            + " VALUES (?, 'other', CURRENT_TIMESTAMP, ?)",
        number + 1,
        faulty().getBytes(UTF_8));
    // The bean looks every second.
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofMinutes(1))
        .until(() -> policies.active().number() == number);
    assertThat(policies.current().map(Version::number)).contains(number);

    tables.execute(
        "INSERT INTO policy_version (number, author, created_at, document)"
            + " VALUES (?, 'other', CURRENT_TIMESTAMP, ?)",
        number + 2,
        good("of another node").getBytes(UTF_8));
    await().until(() -> policies.active().number() == number + 2);
  }

  @Test
  void ifMatchKeepsWhatSomebodyElseChangedInBetween() {
    Http admin = Door.as("admin");
    String tag = admin.get("/api/v1/policy").header("ETag").orElseThrow();
    assertThat(tag).isEqualTo("\"" + number + "\"");
    int between = stored(policies.put(good("between"), Optional.of(number), People.ADMIN));

    Http late = Door.as("admin").header("If-Match", tag);
    assertThat(late.put("/api/v1/policy", YAML, good("late")).status()).isEqualTo(412);
    assertThat(policies.active().number()).isEqualTo(between);
    assertThat(policies.current().map(Version::text)).contains(good("between"));

    Http fresh = Door.as("admin").header("If-Match", "\"" + between + "\"");
    Http.Reply taken = fresh.put("/api/v1/policy", YAML, good("fresh"));
    assertThat(taken.status()).isEqualTo(200);
    assertThat(policies.current().map(Version::text)).contains(good("fresh"));
  }

  /** Known fault 6.17: two writers never both win. */
  @Test
  void findingsComeBackWithTheVersionAndRefuseOnlyWhenAsked() {
    String doubtful = good("doubtful").replace("[desk]", "[nowhere-to-be-found]");
    Http admin = Door.as("admin");
    Http.Reply linted = admin.send("POST", "/api/v1/policy/lint", YAML, doubtful);
    assertThat(linted.status()).isEqualTo(200);
    assertThat(admin.put("/api/v1/policy?fail-on=error", YAML, doubtful).status()).isEqualTo(200);
    Http.Reply refused = admin.put("/api/v1/policy?fail-on=warning", YAML, doubtful);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("findings")).isEqualTo(linted.json().get("findings"));
    assertThat(admin.put("/api/v1/policy?fail-on=nothing", YAML, doubtful).status()).isEqualTo(422);
    Http.Reply stored = admin.put("/api/v1/policy", YAML, doubtful);
    assertThat(stored.json().get("version").intValue()).isEqualTo(number + 2);
    assertThat(stored.json().get("findings"))
        .anySatisfy(
            finding -> {
              assertThat(finding.get("rule").textValue()).isEqualTo("L4");
              assertThat(finding.get("severity").textValue()).isEqualTo("warning");
              assertThat(finding.get("line").intValue()).isEqualTo(7);
              assertThat(finding.get("path").textValue())
                  .isEqualTo("roles.support-agent.rules[0].on[0]");
              assertThat(finding.get("message").textValue()).contains("nowhere-to-be-found");
            });
  }

  @Test
  void ofManyAuthorsWhoBeganWithTheSameVersionOneIsTaken() {
    List<Put> puts =
        Together.run(
            8, n -> () -> policies.put(good("author " + n), Optional.of(number), People.ADMIN));
    assertThat(puts).filteredOn(put -> put instanceof Put.Stored).hasSize(1);
    assertThat(puts).filteredOn(put -> put.equals(new Put.Conflict(number + 1))).hasSize(7);
    assertThat(policies.active().number()).isEqualTo(number + 1);
  }

  @Test
  void aVersionWithoutItsEventIsNone() {
    try (Tables.Fault fault = tables.refusingEventsOf("unheard")) {
      assertThat(fault).isNotNull();
      assertThatThrownBy(
              () -> policies.put(good("x"), Optional.empty(), People.person("unheard", "platform")))
          .isInstanceOf(GateUnavailable.class);
    }
    assertTheFirstIsActive();
    assertThat(tables.number("SELECT MAX(number) FROM policy_version")).isEqualTo(number);
  }

  private void assertTheFirstIsActive() {
    assertThat(policies.active().number()).isEqualTo(number);
    assertThat(policies.current().map(Version::text)).contains(good("first"));
    assertThat(policies.history(1)).extracting(Version::number).containsExactly(number);
  }

  private static int stored(Put put) {
    assertThat(put).isInstanceOf(Put.Stored.class);
    return ((Put.Stored) put).number();
  }

  private static String good(String comment) {
    return GOOD.formatted(comment);
  }

  private static String faulty() {
    return good("bad").replace("effect: allow", "effect: perhaps");
  }
}
