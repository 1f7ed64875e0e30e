package org.portcullis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceNameTest {

  @Test
  void namesTheConnectionAlone() {
    assertThat(ResourceName.of("/gate/desk")).isEqualTo("/gate/desk");
    assertThat(ResourceName.of("/gate/desk/v1/runs")).isEqualTo("/gate/desk");
  }

  @Test
  void bringsNothingElseBackIntoAHeader() {
    assertThat(ResourceName.of("/gate/de\"sk")).isEmpty();
    assertThat(ResourceName.of("/gate/")).isEmpty();
    assertThat(ResourceName.of("/api/v1/policy")).isEmpty();
    assertThat(ResourceName.of("/gate/-x")).isEmpty();
  }
}
