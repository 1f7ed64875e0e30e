package org.portcullis.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoopbackTrustTest {
  @Test
  void knowsThisMachineAndNoOther() {
    assertThat(LoopbackTrust.isLoopback("localhost")).isTrue();
    assertThat(LoopbackTrust.isLoopback("127.0.0.1")).isTrue();
    assertThat(LoopbackTrust.isLoopback("localhost.example.com")).isFalse();
    assertThat(LoopbackTrust.isLoopback("10.0.0.1")).isFalse();
    assertThat(LoopbackTrust.isLoopback(null)).isFalse();
  }
}
