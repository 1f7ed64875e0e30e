package org.portcullis.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.Effect;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;

class ShadowTallyTest {

  private final ShadowTally tally = new ShadowTally();

  @Test
  void countsCallsByRuleAndByWhatTheyWouldHaveBeen() {
    tally.add(decided(3, "allow", "no-mail", "block"));
    tally.add(decided(5, "allow", "no-mail", "block"));
    tally.add(decided(6, "approve", "no-mail", "block"));
    tally.add(decided(7, "allow", "other", "approve"));

    assertThat(tally.rules()).containsExactly("no-mail", "other");
    assertThat(tally.noted("no-mail")).isEqualTo(3);
    assertThat(tally.changes("no-mail"))
        .extracting(ShadowTally.Change::from, ShadowTally.Change::to, ShadowTally.Change::calls)
        .containsExactly(
            tuple(Effect.ALLOW, Effect.BLOCK, 2), tuple(Effect.APPROVE, Effect.BLOCK, 1));
    ShadowTally.Change most = tally.changes("no-mail").get(0);
    assertThat(most.first()).isEqualTo(Instant.ofEpochSecond(3));
    assertThat(most.example().number()).isEqualTo(5);
  }

  @Test
  void notesWithoutCountingWhatWouldHaveChangedAPartOnly() {
    Recorded decided = decided(1, "allow", "soon", "approve");
    ((ObjectNode) decided.event().detail().at("/commands/0"))
        .putArray("inner")
        .addObject()
        .put("decision", "block");

    tally.add(decided);

    assertThat(tally.noted("soon")).isEqualTo(1);
    assertThat(tally.changes("soon")).isEmpty();
  }

  private static Recorded decided(long number, String decision, String rule, String wouldBe) {
    ObjectNode detail = StrictJson.object();
    ObjectNode command = detail.putArray("commands").addObject().put("decision", decision);
    command.putObject("wouldBe").put(rule, wouldBe);
    Instant at = Instant.ofEpochSecond(number);
    return new Recorded(
        number,
        new Event(at, EventKind.DECIDED, "S", "E", "ada", "s", "agent", "desk", decision, detail));
  }
}
