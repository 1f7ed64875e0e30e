package org.portcullis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.identity.web.Admission.Admitted;
import org.portcullis.identity.web.Admission.Reason;
import org.portcullis.identity.web.Admission.Refused;

class AdmissionRulesTest {
  private static final CallerReader CALLERS =
      new CallerReader(new GroupsClaim("groups", GroupSeparator.NONE));
  private static final Principal TOKEN = StatedToken.with("'groups':['ops']");
  private static final Principal PERSON = () -> "approver";

  @ParameterizedTest
  @ValueSource(strings = {"/gate", "/gate/desk", "/gate/desk/v1/runs", "/api/v1/policy"})
  void verifiedTokenOpensDataPathAndApi(String path) {
    assertThat(get(path, TOKEN, "Bearer x")).isEqualTo(new Admitted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gate/desk", "/api/v1/policy"})
  void signInOpensNeitherDataPathNorApi(String path) {
    assertThat(get(path, PERSON, null)).isEqualTo(new Refused(Reason.MISSING_TOKEN));
  }

  @Test
  void tellsMissingFromInvalidToken() {
    assertThat(get("/gate/desk", null, null)).isEqualTo(new Refused(Reason.MISSING_TOKEN));
    assertThat(get("/gate/desk", null, "Bearer x")).isEqualTo(new Refused(Reason.INVALID_TOKEN));
  }

  /** Known faults 6.08 and 6.09: a token that is good otherwise, and its own reason. */
  @Test
  void aTokenThatDoesNotTellTheGroupsOpensNothing() {
    for (String path : new String[] {"/gate/desk", "/api/v1/policy"}) {
      assertThat(get(path, StatedToken.with("'groups':7"), "Bearer x"))
          .isEqualTo(new Refused(Reason.GROUPS_UNREADABLE));
      assertThat(get(path, StatedToken.with("'hasgroups':true"), "Bearer x"))
          .isEqualTo(new Refused(Reason.GROUPS_LEFT_OUT));
      assertThat(get(path, StatedToken.with("'sub':''"), "Bearer x"))
          .isEqualTo(new Refused(Reason.INVALID_TOKEN));
    }
  }

  @Test
  void tokenDoesNotOpenTheConsole() {
    assertThat(get("/console/approvals", TOKEN, "Bearer x"))
        .isEqualTo(new Refused(Reason.WRONG_CREDENTIAL));
  }

  @Test
  void consoleNeedsSomebody() {
    assertThat(get("/console/approvals", PERSON, null)).isEqualTo(new Admitted());
    assertThat(get("/console/approvals", null, null)).isEqualTo(new Refused(Reason.MISSING_TOKEN));
  }

  @Test
  void actingOnTheConsoleFromAnotherOriginIsRefused() {
    assertThat(act("https://gate.example:9443", false)).isEqualTo(new Admitted());
    assertThat(act(null, false)).isEqualTo(new Admitted());
    assertThat(act("https://gate.example", false)).isEqualTo(new Refused(Reason.FOREIGN_ORIGIN));
    assertThat(act("null", false)).isEqualTo(new Refused(Reason.FOREIGN_ORIGIN));
    assertThat(act("https://evil.example", true)).isEqualTo(new Refused(Reason.FOREIGN_ORIGIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gatehouse", "/apis", "/error-answer", "/index.html", "/consoles"})
  void unknownPathIsClosedForEverybody(String path) {
    assertThat(get(path, null, null)).isEqualTo(new Refused(Reason.MISSING_TOKEN));
    assertThat(get(path, TOKEN, "Bearer x")).isEqualTo(new Refused(Reason.UNKNOWN_PATH));
    assertThat(get(path, PERSON, null)).isEqualTo(new Refused(Reason.UNKNOWN_PATH));
  }

  @Test
  void metadataAndEntryAreOpen() {
    assertThat(get("/.well-known/oauth-protected-resource/gate/desk", null, null))
        .isEqualTo(new Admitted());
    assertThat(get("/", null, null)).isEqualTo(new Admitted());
  }

  @Test
  void ambiguousPathIsRefusedEvenWithAToken() {
    AdmissionRules.Facts facts =
        new AdmissionRules.Facts(
            "/console/../gate/desk", "/gate/desk", "GET", TOKEN, "Bearer x", null, null, false);
    assertThat(AdmissionRules.decide(facts, CALLERS)).isEqualTo(new Refused(Reason.AMBIGUOUS_PATH));
  }

  private static Admission get(
      String path, @Nullable Principal principal, @Nullable String authorization) {
    return AdmissionRules.decide(
        new AdmissionRules.Facts(
            path, path, "GET", principal, authorization, "gate.example:9443", null, false),
        CALLERS);
  }

  private static Admission act(@Nullable String origin, boolean upgrade) {
    String method = upgrade ? "GET" : "POST";
    return AdmissionRules.decide(
        new AdmissionRules.Facts(
            "/console/approvals",
            "/console/approvals",
            method,
            PERSON,
            null,
            "gate.example:9443",
            origin,
            upgrade),
        CALLERS);
  }
}
