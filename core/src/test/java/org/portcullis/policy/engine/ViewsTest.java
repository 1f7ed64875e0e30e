package org.portcullis.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.policy.Effect;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.Rule;

class ViewsTest {

  private final Views views = new Views(content());

  @Test
  void callersWhoseGroupsComeToTheSameRolesShareAView() {
    View one = views.of(Set.of("g"));

    assertThat(views.of(Set.of("g", "unknown"))).isSameAs(one);
    assertThat(one.scope("desk")).isSameAs(one.scope("desk"));
    assertThat(one.roles()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aFloodOfGroupsIsForgotten() {
    for (int i = 0; i < 100_000; i++) {
      views.of(Set.of("g", "made-up-" + i));
    }

    assertThat(views.known()).isLessThan(20_000);
    assertThat(views.of(Set.of("g")).roles()).containsExactlyInAnyOrder("a", "b");
  }

  private static PolicyContent content() {
    Rule rule =
        new Rule(
            "r",
            Effect.ALLOW,
            List.of(),
            List.of(Glob.of("tool:x")),
            Optional.empty(),
            "",
            List.of(),
            false,
            false);
    Map<String, Role> roles = new LinkedHashMap<>();
    roles.put("a", new Role("a", List.of("b"), List.of(rule)));
    roles.put("b", new Role("b", List.of(), List.of()));
    return new PolicyContent(Map.of("g", List.of("a")), roles, List.of(), Map.of());
  }
}
