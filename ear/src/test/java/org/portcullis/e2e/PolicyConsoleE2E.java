package org.portcullis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.McpTools;

/** The pages about policy in a real browser: what is in force, what a draft would do, and why. */
class PolicyConsoleE2E {

  private static final String YAML = "application/yaml";
  private static final String SHADOW =
      """
            - id: ask-before-search
              effect: approve
              on: [desk]
              commands: ["tool:find_*"]
              approval: one-approver
              mode: shadow
      """;

  private static GateUnderTest gate;
  private static ConsoleBrowser browser;
  private static String demo;

  @BeforeAll
  static void start() {
    gate = GateUnderTest.start("policy-console");
    browser = new ConsoleBrowser();
    demo = admin().get("/api/v1/policy").text();
  }

  @AfterAll
  static void end() {
    browser.close();
    gate.close();
  }

  @BeforeEach
  void putTheDemosPolicy() {
    assertThat(admin().put("/api/v1/policy", YAML, demo).status()).isEqualTo(200);
  }

  @Test
  void anAdminSeesFindingsAndChangesBeforeADraftIsInForce() {
    try (McpTools agent = agent()) {
      assertThat(agent.names()).contains("refund");
    }
    Page page = browser.signIn(gate, "admin", "policy");
    Locator draft = page.getByLabel("Draft");
    assertThat(page.locator("#inForce")).containsText("is in force, put by admin");
    assertThat(page.locator(".numbers")).containsText("42");
    draft.fill(demo.replace("args.amount <= 50\"", "args.amonut <= 50\""));
    draft.press("Tab");
    page.keyboard().press("Enter");
    Locator checked = page.locator("#checked");
    assertThat(checked).containsText("1 line added, 1 removed");
    assertThat(checked.locator(".finding.error")).containsText("args.amonut is no argument");
    assertThat(checked.locator("tr.added")).containsText("args.amonut <= 50");
    ConsoleBrowser.picture(page, "policy-findings");
    assertAccessible(page);

    checked.locator("tr.added a").click();
    assertThat(draft).isFocused();
    assertThat(page.evaluate("() => getSelection().toString()"))
        .asString()
        .contains("args.amonut <= 50");

    draft.fill(demo + "# reviewed\n");
    button(page, "Put this draft in force").click();
    assertThat(checked).containsText("another one than was shown");
    button(page, "Put this draft in force").click();
    assertThat(checked.locator(".info")).containsText("is in force");
    assertThat(admin().get("/api/v1/policy").text()).isEqualTo(demo + "# reviewed\n");
    assertThat(button(page, "Put this draft in force")).isHidden();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aDraftDoesNotReplaceAPolicyThatSomebodyPutInTheMeantime() {
    Page page = browser.signIn(gate, "admin", "policy");
    page.getByLabel("Draft").fill(demo + "# mine\n");
    button(page, "Check and show changes").click();
    assertThat(button(page, "Put this draft in force")).isVisible();
    assertThat(admin().put("/api/v1/policy", YAML, demo + "# theirs\n").status()).isEqualTo(200);
    button(page, "Put this draft in force").click();
    Locator checked = page.locator("#checked");
    assertThat(checked.locator(".error").first()).containsText("in the meantime");
    assertThat(checked.locator("tr.removed")).containsText("# theirs");
    assertThat(admin().get("/api/v1/policy").text()).endsWith("# theirs\n");

    page.getByLabel("Draft").fill("version: 1\nrolls: {}\n");
    button(page, "Check and show changes").click();
    assertThat(checked.locator(".finding.error")).containsText("F1");
    assertThat(button(page, "Put this draft in force")).isHidden();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOlderVersionOpensAsADraftWithItsDifference() {
    JsonNode versions = admin().get("/api/v1/policy/versions").json().get("items");
    int older = versions.get(0).get("version").intValue();
    assertThat(admin().put("/api/v1/policy", YAML, demo + "# later\n").status()).isEqualTo(200);
    Page page = browser.signIn(gate, "admin", "policy?version=" + older);
    assertThat(page.locator("#checked tr.removed")).containsText("# later");
    assertThat(page.locator("#versions tbody tr").first()).containsText(String.valueOf(older + 1));
    assertThat(page.request().get(gate.https() + "/console/policy?version=999999").status())
        .isEqualTo(404);
  }

  @Test
  void whatARuleInShadowModeWouldHaveChangedIsCountedAndShown() {
    String policy = demo.replace("      - id: read-sql\n", SHADOW + "      - id: read-sql\n");
    assertThat(admin().put("/api/v1/policy", YAML, policy).status()).isEqualTo(200);
    try (McpTools agent = agent()) {
      assertThat(agent.use(new Action("find_customers", Map.of("query", "Ana"))).failed())
          .isFalse();
      agent.use(new Action("run_sql", Map.of("sql", "SELECT * FROM customers; DROP TABLE orders")));
    }
    JsonNode item = admin().get("/api/v1/policy/shadow").json().at("/items/0");
    assertThat(item.get("rule").textValue()).isEqualTo("ask-before-search");
    assertThat(item.at("/changes/0/from").textValue()).isEqualTo("allow");
    assertThat(item.at("/changes/0/to").textValue()).isEqualTo("approve");
    assertThat(admin().get("/metrics").text())
        .containsPattern("gate_shadow_total\\{[^}]*rule=\"ask-before-search\"[^}]*} 1");

    Page page = browser.signIn(gate, "admin", "policy");
    Locator row = page.locator("#shadowRules tbody tr").first();
    assertThat(row).containsText("ask-before-search");
    assertThat(row).containsText("asked");
    ConsoleBrowser.picture(page, "policy");
    row.locator("a").click();
    assertThat(page.locator("#steps .would")).containsText("ask-before-search: approve");
    ConsoleBrowser.picture(page, "session-shadow");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCallIsTriedAndItsTreeIsShown() {
    Page page = browser.signIn(gate, "auditor", "decisions");
    page.getByLabel("Groups, with commas between them").fill("support");
    page.getByLabel("Connection").selectOption("desk");
    page.getByLabel("Its name").fill("run_sql");
    Locator arguments = page.getByLabel("Arguments, as JSON");
    arguments.fill("{\"sql\": ");
    button(page, "Decide").click();
    Locator answer = page.locator("#answer");
    assertThat(answer).containsText("no JSON");
    arguments.fill("{\"sql\": \"SELECT name FROM customers; DROP TABLE customers\"}");
    button(page, "Decide").click();
    assertThat(answer.locator("h2")).containsText("blocked");
    Locator lines = answer.locator(".tree li");
    assertThat(lines).hasCount(3);
    assertThat(lines.nth(1)).containsText("sql:select:customers");
    assertThat(lines.nth(1)).containsText("rule read-sql");
    assertThat(lines.nth(1)).containsText("/sql");
    assertThat(lines.nth(2)).containsText("rule never-drop");
    assertThat(page.locator(".ui-state-loading")).hasCount(0);
    ConsoleBrowser.picture(page, "decisions");
    assertAccessible(page);

    page.getByText("Under a draft").click();
    page.getByLabel("Draft, as YAML").fill("version: 1\nrolls: {}\n");
    button(page, "Decide").click();
    assertThat(answer).containsText("Draft 2:1");
    page.getByLabel("Draft, as YAML").fill("version: 1\n");
    button(page, "Decide").click();
    assertThat(answer).containsText("the draft");
    assertThat(lines.first()).containsText("no rule lets it through");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void thesePagesOpenOnlyForTheirRoles() {
    Page auditor = browser.signIn(gate, "auditor", "decisions");
    assertThat(auditor.locator("nav")).containsText("Try a call");
    assertThat(auditor.locator("nav")).not().containsText("Policy");
    assertThat(status(auditor, "policy")).isEqualTo(403);
    assertThat(status(auditor, "policy.xhtml")).isEqualTo(403);
    Page approver = browser.signIn(gate, "approver", "approvals");
    assertThat(status(approver, "decisions")).isEqualTo(403);
    assertThat(status(approver, "policy")).isEqualTo(403);
  }

  private static void assertAccessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  private static int status(Page page, String address) {
    return page.request().get(gate.https() + "/console/" + address).status();
  }

  private static Http admin() {
    return Http.as(gate, "admin");
  }

  private static McpTools agent() {
    return McpTools.connect(URI.create(gate.http() + "/gate/desk"), () -> gate.token("agent"));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
