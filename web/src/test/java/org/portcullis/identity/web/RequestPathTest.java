package org.portcullis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/gate/desk",
        "/gate/desk/",
        "/gate/crm/a%20b/c.json",
        "/gate/crm/..x/.y",
        "/gate/crm/caf%C3%A9"
      })
  void acceptsPathsWithOneMeaning(String uri) {
    assertThat(RequestPath.isUnambiguous(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "gate", "//gate/desk", "/gate//desk", "/gate/desk/../x", "/gate/./desk",
            "/gate/%2e%2E/console",
        "/gate/.%2e/x", "/gate;x=1/desk", "/gate/desk%3bx", "/gate/a%2fb", "/gate/a%5Cb",
            "/gate/a\\b", "/%67ate/desk",
        "/gate/a%00", "/gate/a%0d%0ab", "/gate/a%1Fb", "/gate/a%7fb", "/gate/a\nb"
      })
  void refusesPathsThatTwoReadersReadDifferently(String uri) {
    assertThat(RequestPath.isUnambiguous(uri)).isFalse();
  }
}
