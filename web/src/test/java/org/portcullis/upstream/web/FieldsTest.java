package org.portcullis.upstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "Cookie",
        "X-Userinfo",
        "X-Forwarded-For",
        "x-forwarded-user",
        "X-Remote-User",
        "Forwarded",
        "Proxy-Authorization",
        "x-envoy-original-path",
        "X-HTTP-Method-Override",
        "Transfer-Encoding",
        "TE",
        "Upgrade",
        "Connection",
        "X-Portcullis-Caller",
        "$WSRU",
        "$WSCC"
      })
  void hidesWhatSpeaksOfIdentityOrOfTheHop(String name) {
    assertThat(Fields.mayBeRead(name, List.of())).isFalse();
    assertThat(Fields.mayGoUpstream(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Content-Type", "Mcp-Session-Id", "Last-Event-ID", "Origin"})
  void showsWhatProtocolsNeed(String name) {
    assertThat(Fields.mayBeRead(name, List.of())).isTrue();
    assertThat(Fields.mayGoUpstream(name)).isTrue();
  }

  @Test
  void hidesWhatTheConnectionFieldNames() {
    assertThat(Fields.mayBeRead("X-Hop", List.of("close, x-hop"))).isFalse();
    assertThat(Fields.mayComeBack("X-Hop", List.of("X-HOP"))).isFalse();
    assertThat(Fields.mayComeBack("X-Other", List.of("X-HOP"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Set-Cookie", "WWW-Authenticate", "Server", "Content-Length", "Alt-Svc"})
  void keepsTheUpstreamsOwnMattersBack(String name) {
    assertThat(Fields.mayComeBack(name, List.of())).isFalse();
  }
}
