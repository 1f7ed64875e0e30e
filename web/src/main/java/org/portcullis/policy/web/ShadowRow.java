package org.portcullis.policy.web;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.console.web.Shown;

/**
 * One kind of change that a rule in shadow mode would have made, in the words of the page.
 *
 * @param remark what else there is to know about the rule; empty for nothing
 * @param from what was decided; empty when nothing would have changed
 * @param session the example's session; empty when it has none
 * @param event the example's number
 */
public record ShadowRow(
    String rule,
    String remark,
    String from,
    String to,
    int calls,
    String first,
    String last,
    String session,
    long event) {

  static List<ShadowRow> of(ShadowReport report) {
    List<ShadowRow> rows = new ArrayList<>();
    for (ShadowReport.Item item : report.rules()) {
      if (item.changes().isEmpty()) {
        rows.add(new ShadowRow(item.rule(), remark(item), "", "", 0, "", "", "", 0));
      }
      item.changes().forEach(change -> rows.add(row(item, change)));
    }
    return rows;
  }

  private static ShadowRow row(ShadowReport.Item item, ShadowTally.Change change) {
    return new ShadowRow(
        item.rule(),
        item.active() ? "" : "not in shadow mode now",
        change.from().label(),
        change.to().label(),
        change.calls(),
        Shown.exact(change.first()),
        Shown.exact(change.example().event().at()),
        change.example().event().session(),
        change.example().number());
  }

  private static String remark(ShadowReport.Item item) {
    String now = item.active() ? "" : "not in shadow mode now; ";
    return item.noted() == 0
        ? now + "no call so far"
        : now + "parts of " + item.noted() + " calls, none as a whole";
  }
}
