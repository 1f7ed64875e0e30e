package org.portcullis.policy.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.policy.Policies;
import org.portcullis.policy.Rule;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;

/**
 * Tells from the trail what rules in shadow mode would have changed. Rules are told apart by their
 * ids, over the versions of the policy. The cost is linear in the number of events looked at.
 */
@ApplicationScoped
public class ShadowRules {

  /** Events that are looked at when nobody says otherwise. */
  static final int USUAL = 20_000;

  /** The most events that are looked at. */
  static final int MOST = 200_000;

  private static final int PAGE = 1000;

  private Policies policies;
  private EventDesk trail;

  /** For the container. */
  protected ShadowRules() {}

  @Inject
  ShadowRules(Policies policies, EventDesk trail) {
    this.policies = policies;
    this.trail = trail;
  }

  /**
   * The report about the latest events.
   *
   * @param events how many events to look at, 1 to {@link #MOST}
   */
  ShadowReport report(int events) {
    ShadowTally tally = new ShadowTally();
    Instant first = null;
    Instant last = null;
    int decisions = 0;
    long begin = Math.max(0, trail.last() - events);
    long after = begin;
    List<Recorded> page;
    do {
      page = trail.search(decided(after));
      for (Recorded decided : page) {
        tally.add(decided);
        first = first == null ? decided.event().at() : first;
        last = decided.event().at();
        after = decided.number();
        decisions++;
      }
    } while (page.size() == PAGE && decisions < events);
    return new ShadowReport(decisions, first, last, begin == 0, items(tally));
  }

  private static EventDesk.Query decided(long after) {
    return new EventDesk.Query(null, null, null, EventKind.DECIDED, null, null, after, PAGE);
  }

  private List<ShadowReport.Item> items(ShadowTally tally) {
    Set<String> active = active(policies.current().map(Policies.Version::text).orElse(null));
    Set<String> all = new LinkedHashSet<>(active);
    tally.rules().forEach(all::add);
    List<ShadowReport.Item> items = new ArrayList<>();
    for (String rule : all) {
      items.add(
          new ShadowReport.Item(
              rule, active.contains(rule), tally.noted(rule), tally.changes(rule)));
    }
    return items;
  }

  private static Set<String> active(@Nullable String text) {
    Set<String> rules = new LinkedHashSet<>();
    if (text != null && PolicyReader.read(text) instanceof PolicyReading.Read read) {
      read.policy().content().roles().values().stream()
          .flatMap(role -> role.rules().stream())
          .filter(Rule::shadow)
          .forEach(rule -> rules.add(rule.id()));
    }
    return rules;
  }
}
