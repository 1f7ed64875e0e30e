package org.portcullis.upstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  @ParameterizedTest
  @CsvSource({
    "http://a.example/api, http://a.example/api, true",
    "http://a.example/api, http://a.example/api/x?y=1, true",
    "http://a.example/api/, http://a.example/api/x, true",
    "http://a.example, http://a.example/x, true",
    "http://a.example, http://A.example, true",
    "http://a.example/api, http://a.example/api123, false",
    "http://a.example/api, http://a.example/, false",
    "http://a.example/api, http://a.example/api/../admin, false",
    "http://a.example/api, http://a.example/api/%2e%2E/admin, false",
    "http://a.example/api, https://a.example/api, false",
    "http://a.example/api, http://a.example:81/api, false",
    "http://a.example/api, http://b.example/api, false",
    "http://a.example/api, http://u@a.example/api, false",
    "http://a.example/api, http://a.example/api#x, false"
  })
  void keepsRequestsWithinTheirConnection(String connection, String target, boolean within) {
    assertThat(Targets.belongTo(URI.create(connection), URI.create(target))).isEqualTo(within);
  }
}
