package org.portcullis.policy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.console.web.Shown;

/** The part of the policy page about rules in shadow mode; read once, when it is rendered. */
@Named("shadow")
@RequestScoped
public class ShadowPart {

  @Inject private ShadowRules shadows;

  private @Nullable ShadowReport report;

  /** What they would have changed. */
  public List<ShadowRow> getRows() {
    return ShadowRow.of(report());
  }

  /** What was looked at, in one sentence. */
  public String getWindow() {
    ShadowReport found = report();
    if (found.from() == null || found.to() == null) {
      return "No decision is recorded yet.";
    }
    String which = found.whole() ? "All " : "The latest ";
    return which
        + found.decisions()
        + " decisions were looked at, from "
        + Shown.exact(found.from())
        + " to "
        + Shown.exact(found.to())
        + ".";
  }

  private ShadowReport report() {
    if (report == null) {
      report = shadows.report(ShadowRules.USUAL);
    }
    return report;
  }
}
