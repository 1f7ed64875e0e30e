package org.portcullis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.identity.Caller;
import org.portcullis.identity.CallerId;

class CallerReaderTest {

  private final CallerReader reader =
      new CallerReader(new GroupsClaim("groups", GroupSeparator.NONE));

  @Test
  void readsWhatTheTokenStates() {
    Caller caller = reader.find(StatedToken.with("'groups':['ops']")).orElseThrow();
    assertThat(caller.id()).isEqualTo(new CallerId("https://idp.example", "ann", "bot"));
    assertThat(caller.groups()).containsExactly("ops");
  }

  /** Known fault 6.12: nothing of an earlier token stays, whoever it was for. */
  @Test
  void forgetsAGroupWithTheTokenThatNamedIt() {
    assertThat(groups("'groups':['ops','dev']")).containsExactlyInAnyOrder("ops", "dev");
    assertThat(groups("'groups':['dev']")).containsExactly("dev");
    assertThat(groups("")).isEmpty();
  }

  /** Known faults 6.08 and 6.09. */
  @Test
  void readsNoCallerWhoseGroupsAreNotKnown() {
    assertThat(reader.find(StatedToken.with("'groups':7"))).isEmpty();
    assertThat(reader.read(StatedToken.with("'groups':7")))
        .isEqualTo(new CallerReading.WithoutGroups(GroupsClaim.Why.UNREADABLE));
    assertThat(reader.read(StatedToken.with("'hasgroups':true")))
        .isEqualTo(new CallerReading.WithoutGroups(GroupsClaim.Why.LEFT_OUT));
  }

  @Test
  void readsNoCallerWithoutASubject() {
    assertThat(reader.read(StatedToken.with("'sub':' '"))).isEqualTo(new CallerReading.Nobody());
  }

  /** Known fault 6.14: whether an address was verified says nothing here, in whatever shape. */
  @Test
  void takesNoIdentityFromAnAddress() {
    for (String verified : new String[] {"null", "false", "true", "'true'"}) {
      Caller caller =
          reader
              .find(StatedToken.with("'email':'root@example.com','email_verified':" + verified))
              .orElseThrow();
      assertThat(caller.id().subject()).isEqualTo("ann");
      assertThat(caller.name()).isEqualTo("ann");
    }
  }

  private Set<String> groups(String claim) {
    return reader.find(StatedToken.with(claim)).orElseThrow().groups();
  }
}
