package org.portcullis.tools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.json.StrictJson;
import org.portcullis.tools.Run;
import org.xml.sax.SAXException;

class TestToolTest {

  private static final String SMALL =
      """
      version: 1
      cases:
        - name: a small refund
          who: {name: ada, groups: [support]}
          on: desk
          call: {tool: refund, arguments: {amount: 50}}
          expect: allow
          rules: [refund-small]
      """;

  private static final String MORE =
      """
        - name: a larger one is asked for
          who: {groups: [support]}
          on: desk
          call: {tool: refund, arguments: {amount: 50.01}}
          expect: approve
        - name: not elsewhere
          who: {groups: [support]}
          on: crm
          call: {tool: refund, arguments: {amount: 1}}
          expect: block
        - name: nobody else
          who: {groups: [sales]}
          on: desk
          call: {tool: refund, arguments: {amount: 1}}
          expect: block
        - name: only that tool
          who: {groups: [support]}
          on: desk
          call: {tool: pay, arguments: {amount: 1}}
          expect: block
        - name: nor for more
          who: {groups: [support]}
          on: desk
          call: {tool: pay, arguments: {amount: 100}}
          expect: block
        - name: a large one elsewhere
          who: {groups: [support]}
          on: crm
          call: {tool: refund, arguments: {amount: 100}}
          expect: block
      """;

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void write() throws IOException {
    policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            version: 1
            groups: {support: [agent], chiefs: [approver]}
            roles:
              agent:
                rules:
                  - id: refund-small
                    effect: allow
                    on: [desk]
                    commands: ["tool:refund"]
                    when: "args.amount <= 50"
                  - id: refund-large
                    effect: approve
                    on: [desk]
                    commands: ["tool:refund"]
                    when: "args.amount > 50"
                    approval: one
            approvals:
              one: {approvers: [approver], quorum: 1, pending: PT15M, usable: PT10M}
            """);
  }

  @Test
  void tellsWhatIsNotCoveredAndWhatWouldNotBeNoticed() throws IOException {
    Run run = Run.of("test", policy, cases(SMALL));

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 cases, 0 failed")
        .contains("coverage 50 %: 1 of 2 rules decide a case")
        .contains("policy.yaml:11: no case for rule refund-large")
        .contains("policy.yaml:10: survived refund-small: condition dropped")
        .contains("policy.yaml:9: survived refund-small: tool:refund widened to tool:*")
        .contains("survived refund-large: rule dropped")
        .doesNotContain("survived refund-small: allow swapped");
  }

  @Test
  void leavesOnlyTheChangeThatChangesNothing() throws IOException {
    Path cases = cases(SMALL + MORE);
    Run run = Run.of("test", policy, cases, "--min-coverage", "100", "--min-score", "90");

    // The other rule asks for more than 50, and blocks what is no number, without that condition.
    assertThat(run.out())
        .contains("coverage 100 %")
        .contains("mutation score 90 %")
        .containsOnlyOnce("survived")
        .contains("survived refund-small: condition dropped");
    assertThat(run.code()).isZero();
    assertThat(Run.of("test", policy, cases, "--min-score", "91").code()).isEqualTo(1);
  }

  @Test
  void failsBelowWhatIsAskedFor() throws IOException {
    assertThat(Run.of("test", policy, cases(SMALL), "--min-coverage", "51").code()).isEqualTo(1);
    assertThat(Run.of("test", policy, cases(SMALL), "--min-score", "90").code()).isEqualTo(1);
    assertThat(Run.of("test", policy, cases(SMALL), "--min-score", "x").code()).isEqualTo(2);
  }

  @Test
  void saysWhatADecisionWasInstead() throws IOException {
    Path wrong = cases(SMALL.replace("expect: allow", "expect: block"));
    Path junit = folder.resolve("out.xml");

    Run run = Run.of("test", policy, wrong, "--junit", junit);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAILED " + wrong + ":3: a small refund")
        .contains("expected block, decided allow by refund-small");
    assertThat(attribute(junit, "failures")).isEqualTo("1");
  }

  @Test
  void comparesRulesAndSubCommandsToo() throws IOException {
    Path cases = cases(SMALL.replace("[refund-small]", "[refund-large]"));
    assertThat(Run.of("test", policy, cases).out()).contains("expected rules refund-large");

    cases(
        SMALL.replace("    rules: [refund-small]\n", "")
            + "    commands: {\"tool:refund\": mask, \"sql:select:x\": allow}\n");
    assertThat(Run.of("test", policy, cases).out())
        .contains("tool:refund: expected mask, decided allow")
        .contains("the call holds no command sql:select:x");
  }

  @Test
  void givesJson() throws IOException {
    JsonNode json =
        ((StrictJson.Reading.Value)
                StrictJson.read(Run.of("test", policy, cases(SMALL), "--json").out()))
            .node();

    assertThat(json.at("/cases/0/passed").asBoolean()).isTrue();
    assertThat(json.at("/coverage").asInt()).isEqualTo(50);
    assertThat(json.at("/uncovered/0").asText()).isEqualTo("refund-large");
    assertThat(json.at("/survived").size()).isPositive();
  }

  @Test
  void refusesCasesThatItDoesNotUnderstand() throws IOException {
    assertThat(unusable(SMALL.replace("expect: allow", "expect: permit")))
        .contains("cases.yaml:3: expect: 'permit' (expected: allow | mask | approve | block)");
    assertThat(unusable(SMALL.replace("who:", "whom:"))).contains("unknown key whom");
    assertThat(unusable(SMALL.replace("tool: refund", "toll: refund"))).contains(":3: call:");
    assertThat(unusable("version: 2\ncases: []\n")).contains("version");
    assertThat(unusable("version: 1\ncases: []\n")).contains("cases: missing");
    assertThat(unusable("version: 1\nversion: 1\n")).contains("version");
    assertThat(unusable("]")).contains("not YAML");
  }

  @Test
  void decidesAboutRestOperationsAndLabels() throws IOException {
    Files.writeString(
        policy,
        """
        version: 1
        groups: {support: [agent]}
        roles:
          agent:
            rules:
              - id: read
                effect: allow
                commands: ["http:GET:crm.example/v1/customers/*"]
                when: "connection.labels['env'] == 'test' && args.path.id == '7'"
        """);

    Run run =
        Run.of(
            "test",
            policy,
            cases(
                """
                version: 1
                connections:
                  crm: {protocol: rest, url: "https://crm.example/v1/", labels: {env: test}}
                cases:
                  - name: reads
                    who: {groups: [support]}
                    on: crm
                    call: {method: get, path: "/customers/{id}", arguments: {path: {id: "7"}}}
                    expect: allow
                """));

    assertThat(run.out()).contains("1 cases, 0 failed");
  }

  @Test
  void findsSubCommandsAsTheGateDoesWithWhatIsSetAndDeclared() throws IOException {
    Files.writeString(
        policy,
        """
        version: 1
        groups: {support: [agent]}
        roles:
          agent:
            rules:
              - {id: any, effect: allow, commands: ["tool:search"]}
        """);
    String text =
        """
        version: 1
        connections:
          set: {settings: {arguments: {"search.where": sql}}}
        cases:
          - name: a query
            who: {groups: [support]}
            on: %s
            call: {tool: search, arguments: {where: "name = 1"}}
            expect: %s
        """;
    Path tools =
        Files.writeString(
            folder.resolve("tools.json"),
            """
            {"declared": {"tools": [{"name": "search", "inputSchema": {"type": "object",
              "properties": {"where": {"type": "string", "contentMediaType": "application/sql"}}}}]}}
            """);

    assertThat(Run.of("test", policy, cases(text.formatted("plain", "allow"))).code()).isZero();
    assertThat(Run.of("test", policy, cases(text.formatted("set", "block"))).code()).isZero();
    Path declared = cases(text.formatted("declared", "block"));
    assertThat(Run.of("test", policy, declared).code()).isEqualTo(1);
    assertThat(Run.of("test", policy, declared, "--tools", tools).code()).isZero();
  }

  @Test
  void theDemoKeepsItsCases() {
    Path demo = Path.of("..", "demo");

    Run run =
        Run.of(
            "test",
            demo.resolve("policy.yaml"),
            demo.resolve("policy-cases.yaml"),
            "--min-coverage",
            "100",
            "--min-score",
            "100");

    assertThat(run.out()).contains("47 cases, 0 failed");
    assertThat(run.code()).isZero();
    assertThat(Run.of("lint", demo.resolve("policy.yaml"), "--warnings-as-errors").code()).isZero();
  }

  private String unusable(String text) throws IOException {
    Run run = Run.of("test", policy, cases(text));
    assertThat(run.code()).as(text).isEqualTo(2);
    return run.err();
  }

  private Path cases(String text) throws IOException {
    return Files.writeString(folder.resolve("cases.yaml"), text);
  }

  private static String attribute(Path junit, String name) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(junit.toFile())
          .getDocumentElement()
          .getAttribute(name);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }
}
