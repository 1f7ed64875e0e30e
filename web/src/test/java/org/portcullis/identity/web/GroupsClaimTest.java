package org.portcullis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.identity.web.GroupsClaim.Reading;
import org.portcullis.identity.web.GroupsClaim.Reading.Known;
import org.portcullis.identity.web.GroupsClaim.Reading.Unknown;
import org.portcullis.identity.web.GroupsClaim.Why;

/** Known faults 6.08 and 6.09. */
class GroupsClaimTest {

  private static final Reading LEFT_OUT = new Unknown(Why.LEFT_OUT);
  private static final Reading UNREADABLE = new Unknown(Why.UNREADABLE);

  static List<Arguments> claims() {
    return List.of(
        arguments("{}", groups()),
        arguments("{'groups':null}", groups()),
        arguments("{'groups':[]}", groups()),
        arguments("{'groups':''}", groups()),
        arguments("{'groups':['']}", groups()),
        arguments("{'groups':'ops'}", groups("ops")),
        arguments("{'groups':'ops dev'}", groups("ops dev")),
        arguments("{'groups':'ops,dev'}", groups("ops,dev")),
        arguments("{'groups':['ops']}", groups("ops")),
        arguments("{'groups':['ops','dev','ops']}", groups("ops", "dev")),
        arguments("{'groups':['ops dev']}", groups("ops dev")),
        arguments("{'groups':[' ops ','Ops']}", groups(" ops ", "Ops")),
        arguments("{'groups':'[ops]'}", groups("[ops]")),
        arguments("{'groups':7}", UNREADABLE),
        arguments("{'groups':true}", UNREADABLE),
        arguments("{'groups':{}}", UNREADABLE),
        arguments("{'groups':{'ops':true}}", UNREADABLE),
        arguments("{'groups':['ops',7]}", UNREADABLE),
        arguments("{'groups':['ops',null]}", UNREADABLE),
        arguments("{'groups':[['ops']]}", UNREADABLE),
        arguments("{'groups':[{'name':'ops'}]}", UNREADABLE));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void readsTheClaim(String claims, Reading expected) {
    assertThat(read("groups", GroupSeparator.NONE, claims)).isEqualTo(expected);
  }

  static List<Arguments> overages() {
    String sources = ",'_claim_sources':{'src1':{'endpoint':'https://idp.example/x'}}";
    return List.of(
        arguments("{'_claim_names':{'groups':'src1'}" + sources + "}", LEFT_OUT),
        arguments("{'_claim_names':{'groups':'src1'},'roles':['Reader']}", LEFT_OUT),
        arguments("{'_claim_names':{'groups':'src1'},'groups':['ops']}", LEFT_OUT),
        arguments("{'_claim_names':{'groups':'src1'},'groups':null}", LEFT_OUT),
        arguments("{'_claim_names':{'address':'src1'},'groups':['ops']}", groups("ops")),
        arguments("{'_claim_names':{}}", groups()),
        arguments("{'_claim_names':'groups'}", groups()),
        arguments("{'hasgroups':true}", LEFT_OUT),
        arguments("{'hasgroups':true,'roles':['Reader']}", LEFT_OUT),
        arguments("{'hasgroups':'true'}", LEFT_OUT),
        arguments("{'hasgroups':true,'groups':[]}", LEFT_OUT),
        arguments("{'hasgroups':false}", groups()),
        arguments("{'hasgroups':true,'groups':['ops']}", groups("ops")));
  }

  @ParameterizedTest
  @MethodSource("overages")
  void noticesGroupsThatWereLeftOut(String claims, Reading expected) {
    assertThat(read("groups", GroupSeparator.NONE, claims)).isEqualTo(expected);
  }

  @Test
  void goesByTheClaimOfTheSetting() {
    assertThat(read("roles", GroupSeparator.NONE, "{'hasgroups':true,'roles':['Reader']}"))
        .isEqualTo(groups("Reader"));
    assertThat(read("roles", GroupSeparator.NONE, "{'_claim_names':{'groups':'s'},'roles':['R']}"))
        .isEqualTo(groups("R"));
    assertThat(read("roles", GroupSeparator.NONE, "{'_claim_names':{'roles':'s'},'groups':['R']}"))
        .isEqualTo(LEFT_OUT);
    assertThat(read("roles", GroupSeparator.NONE, "{'_claim_names':{'groups':'s'}}"))
        .isEqualTo(LEFT_OUT);
  }

  @Test
  void splitsATextOnlyByTheSetting() {
    assertThat(read("groups", GroupSeparator.SPACE, "{'groups':'ops  dev '}"))
        .isEqualTo(groups("ops", "dev"));
    assertThat(read("groups", GroupSeparator.COMMA, "{'groups':'ops, dev team,'}"))
        .isEqualTo(groups("ops", "dev team"));
    assertThat(read("groups", GroupSeparator.SEMICOLON, "{'groups':'CN=a,O=b;CN=c'}"))
        .isEqualTo(groups("CN=a,O=b", "CN=c"));
    assertThat(read("groups", GroupSeparator.SPACE, "{'groups':['ops dev']}"))
        .isEqualTo(groups("ops dev"));
  }

  @ParameterizedTest
  @CsvSource({"none, NONE", "space, SPACE", "comma, COMMA", "semicolon, SEMICOLON"})
  void knowsTheSettingsWords(String word, GroupSeparator separator) {
    assertThat(GroupSeparator.named(word)).isEqualTo(separator);
    assertThatThrownBy(() -> GroupSeparator.named(word + "s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: none | space | comma | semicolon");
  }

  /** The console's sign-in gives claims as Java values. */
  @Test
  void readsWhatAContainerMadeOfTheClaims() {
    assertThat(java("groups", new ArrayList<>(List.of("ops")))).isEqualTo(groups("ops"));
    assertThat(java("groups", new String[] {"ops", "dev"})).isEqualTo(groups("ops", "dev"));
    assertThat(java("groups", "ops")).isEqualTo(groups("ops"));
    assertThat(java("groups", Set.of("ops"))).isEqualTo(groups("ops"));
    assertThat(java("groups", List.of(7L))).isEqualTo(UNREADABLE);
    assertThat(java("groups", Map.of("ops", true))).isEqualTo(UNREADABLE);
    assertThat(java("hasgroups", true)).isEqualTo(LEFT_OUT);
    assertThat(java("_claim_names", Map.of("groups", "src1"))).isEqualTo(LEFT_OUT);
  }

  private static Reading java(String name, Object value) {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put(name, value);
    return new GroupsClaim("groups", GroupSeparator.NONE).read(claims::get);
  }

  private static Reading read(String name, GroupSeparator separator, String claims) {
    try (var reader = Json.createReader(new StringReader(claims.replace('\'', '"')))) {
      JsonObject object = reader.readObject();
      return new GroupsClaim(name, separator).read(object::get);
    }
  }

  private static Reading groups(String... names) {
    return new Known(Set.of(names));
  }
}
