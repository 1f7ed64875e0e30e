package org.portcullis.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUriTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memo:notes | memo:notes",
        "URN:uuid:1 | urn:uuid:1",
        "ui://w/a | ui://w/a",
        "CRM://Customers/42 | crm://Customers/42",
        "HTTP://Example.ORG/A | http://example.org/A",
        "file:///a/./b/../c | file:///a/c",
        "file:///a/%2E%2e/c | file:///c",
        "file:///../../etc | file:///etc",
        "file:///a/.. | file:///",
        "file:///%7Euser/%41 | file:///~user/A",
        "file:///a%c3%bc | file:///a%C3%BC",
        "file:///aü b | file:///a%C3%BC%20b",
        "crm://c?a=%7e&b=c#x | crm://c?a=~&b=c#x",
        "postgres://host/t/schema | postgres://host/t/schema",
        "memo:a/b/a | memo:a/b/a",
        "file:/etc/passwd | file:///etc/passwd",
        "file:////etc//passwd | file:///etc/passwd",
        "FILE://LocalHost/etc/passwd | file:///etc/passwd",
        "file:///a//../b | file:///b",
        "file://Host/a | file://host/a",
        "http://h:80/a | http://h/a",
        "https://h:443 | https://h/",
        "https://h:8443/a | https://h:8443/a",
        "http://h:/?q | http://h/?q",
        "crm://h:80/a//b | crm://h:80/a//b"
      })
  void writesOneForm(String given, String canonical) {
    assertThat(ResourceUri.canonical(given)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "notes",
        "://x",
        "1a:b",
        "a:",
        "a b:c",
        "file:///a%2Fb",
        "file:///a%5cb",
        "file:///a\\b",
        "file:///a%00",
        "file:///a%0a",
        "file:///a%zz",
        "file:///a%",
        "file:///a\u0000",
        "file:///a\u200B",
        "file:///a\u202Eb",
        "memo:a/../b",
        "memo:./a",
        "file:///etc/passwd?",
        "file:///etc/passwd#x",
        "file:etc/passwd",
        "file://etc",
        "file:a\nb"
      })
  void refusesWhatCouldBeRead(String given) {
    assertThat(ResourceUri.canonical(given)).isEmpty();
  }

  @Test
  void refusesUrisThatAreTooLong() {
    assertThat(ResourceUri.canonical("a:" + "b".repeat(2000))).isEmpty();
  }

  @Test
  @DisplayName("2.38 a long template takes no longer than its length")
  void takesNoLongerThanItsLength() {
    assertThat(ResourceUri.canonicalTemplate("a:{/x*}" + ",".repeat(50_000))).isEmpty();
    assertThat(ResourceUri.canonicalTemplate("crm://c/{id}{?a,b*}"))
        .contains("crm://c/{id}{?a,b*}");
  }

  @Property(tries = 500)
  void theCanonicalFormIsAFixedPoint(@ForAll String text) {
    Optional<String> canonical = ResourceUri.canonical("a://h/" + text);

    canonical.ifPresent(form -> assertThat(ResourceUri.canonical(form)).contains(form));
  }

  @Property(tries = 500)
  void soItIsOfEveryScheme(
      @ForAll @From("schemes") String scheme, @ForAll @From("rests") String rest) {
    Optional<String> canonical = ResourceUri.canonical(scheme + ":" + rest);

    canonical.ifPresent(form -> assertThat(ResourceUri.canonical(form)).contains(form));
  }

  @Provide
  Arbitrary<String> schemes() {
    return Arbitraries.of("file", "http", "https", "memo");
  }

  @Provide
  Arbitrary<String> rests() {
    return Arbitraries.strings().withChars("/:.%2Eb80[]?#{}").ofMaxLength(20);
  }
}
