package org.portcullis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.McpTools;
import org.portcullis.demo.agent.Observation;

/** The console as people use it: signed in through OpenID Connect, in a real browser. */
class ConsoleE2E {

  private static final Pattern APPROVAL = Pattern.compile("Approval (\\S+) is required");

  private static GateUnderTest gate;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void start() {
    gate = GateUnderTest.shared();
    browser = new ConsoleBrowser();
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @Test
  void anApproverReadsTheExactCallApprovesItAndSeesItRun() {
    Action refund = refund("131.50");
    try (McpTools agent = agent()) {
      String id = approvalIn(agent.use(refund));
      Page page = browser.signIn(gate, "approver", "approvals?id=" + id);
      Locator request = page.locator("#request");
      assertThat(request).containsText("desk-agent");
      assertThat(request).containsText("tool:refund");
      assertThat(request).containsText("131.5");
      assertThat(request).containsText("refund-large");
      ConsoleBrowser.picture(page, "approvals-waiting");

      page.getByLabel("Reason").fill("receipt seen");
      page.getByRole(AriaRole.BUTTON, button("Approve and run once")).click();
      assertThat(request).containsText("It runs once when the agent repeats the call");
      assertThat(request).containsText("receipt seen");

      assertThat(agent.use(refund).failed()).isFalse();
      assertThat(request).containsText("and it has run");
      ConsoleBrowser.picture(page, "approvals-ran");
      assertThat(approvalIn(agent.use(refund))).isNotEqualTo(id);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aNewRequestAppearsByItselfAndADenialReachesTheAgent() {
    Page page = browser.signIn(gate, "second", "approvals");
    Action refund = refund("77.25");
    try (McpTools agent = agent()) {
      String id = approvalIn(agent.use(refund));
      Locator row = page.locator("#queue a[href$='" + id + "']");
      assertThat(row).isVisible();
      row.click();
      page.getByRole(AriaRole.BUTTON, button("Deny")).click();
      assertThat(page.locator(".messages")).containsText("reason");
      page.getByLabel("Reason").fill("not without a receipt");
      page.getByRole(AriaRole.BUTTON, button("Deny")).click();
      assertThat(page.locator("#request")).containsText("Denied. It does not run.");
      Observation after = agent.use(refund);
      assertThat(after.failed()).isTrue();
      assertThat(after.text()).contains("not without a receipt");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAuditorReadsASessionStepByStep() {
    try (McpTools agent = agent()) {
      agent.use(new Action("find_customers", Map.of("query", "Ana")));
      agent.use(new Action("run_sql", Map.of("sql", "DROP TABLE customers")));
    }
    Page page = browser.signIn(gate, "auditor", "sessions");
    assertThat(page.locator("h1")).hasText("Who did what?");
    ConsoleBrowser.picture(page, "sessions");
    page.locator("table.rows tbody tr a").first().click();
    Locator steps = page.locator("#steps");
    assertThat(steps).containsText("tool:find_customers");
    assertThat(steps).containsText("sql:drop:customers");
    assertThat(steps).containsText("never-drop");
    assertThat(steps).containsText("customer-data: EMAIL");
    Locator found =
        page.locator(
            "#steps ol.steps > li",
            new Page.LocatorOptions().setHas(page.locator("code:text-is('tool:find_customers')")));
    found.first().locator("summary").first().click();
    assertThat(found.first().locator("pre").nth(1)).containsText("[EMAIL]");
    assertThat(steps).not().containsText("@example.com");
    ConsoleBrowser.picture(page, "session");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void pagesOpenOnlyForTheirRoles() {
    Page approver = browser.signIn(gate, "approver", "approvals");
    assertThat(approver.locator("nav")).not().containsText("Sessions");
    assertThat(status(approver, "sessions")).isEqualTo(403);
    assertThat(status(approver, "sessions.xhtml")).isEqualTo(403);
    assertThat(status(approver, "session.xhtml?id=x")).isEqualTo(403);
    assertThat(status(approver, "WEB-INF/template.xhtml")).isEqualTo(404);
    Page auditor = browser.signIn(gate, "auditor", "sessions");
    assertThat(status(auditor, "approvals")).isEqualTo(403);
    assertThat(status(auditor, "sessions/unknown")).isEqualTo(404);
  }

  @Test
  void aPageCarriesAPolicyWithoutInlineScript() {
    Page page = browser.signIn(gate, "approver", "approvals");
    Response response = page.navigate(gate.https() + "/console/approvals");
    String policy = response.headerValue("content-security-policy");
    assertThat(policy).contains("script-src 'self' 'nonce-").contains("object-src 'none'");
    assertThat(policy).doesNotContain("unsafe-eval");
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
  }

  @Test
  void aBearerTokenOpensNoPageAndASignInOpensNoApi() {
    assertThat(Http.as(gate, "approver").get("/console/approvals").status()).isNotEqualTo(200);
    Page page = browser.signIn(gate, "approver", "approvals");
    assertThat(page.request().get(gate.https() + "/api/v1/approvals").status()).isEqualTo(401);
    assertThat(page.request().get(gate.https() + "/gate/desk").status()).isEqualTo(401);
  }

  private static int status(Page page, String address) {
    return page.request().get(gate.https() + "/console/" + address).status();
  }

  private static McpTools agent() {
    return McpTools.connect(URI.create(gate.http() + "/gate/desk"), () -> gate.token("agent"));
  }

  private static Action refund(String amount) {
    return new Action(
        "refund",
        Map.of("customer", 1, "amount", new java.math.BigDecimal(amount), "reason", "broken"));
  }

  private static String approvalIn(Observation observation) {
    Matcher matcher = APPROVAL.matcher(observation.text());
    assertThat(matcher.find()).as(observation.text()).isTrue();
    return matcher.group(1);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
