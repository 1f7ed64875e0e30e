package org.portcullis.bench.policy;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.portcullis.bench.policy.Measured.Case;

/** The figures, and the targets beside them. */
final class ComparisonTable {

  private static final int USUAL_CALLERS = 64;

  /**
   * What the JVM itself allocates meanwhile falls on the calls; a call's own object has 16 bytes.
   */
  private static final int LESS_THAN_AN_OBJECT = 8;

  private final List<Measured> measured;
  private final double result;
  private final double clock;

  /**
   * A table.
   *
   * @param result the bytes of a result alone
   * @param clock the nanoseconds that reading the clock takes
   */
  ComparisonTable(List<Measured> measured, double result, double clock) {
    this.measured = List.copyOf(measured);
    this.result = result;
    this.clock = clock;
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%n%-11s %7s %10s %8s %14s %14s %12s %12s %12s%n",
        "engine",
        "rules",
        "conditions",
        "callers",
        "p50 ns",
        "average ns",
        "bytes/call",
        "to 100",
        "to ours");
    for (Measured row : measured) {
      Case of = row.of();
      Measured small = find(of.engine(), Size.SMALL, of.condition(), of.callers());
      double ours = find(EngineKind.PORTCULLIS, of.size(), of.condition(), of.callers()).p50();
      out.printf(
          Locale.ROOT,
          "%-11s %,7d %10d %8d %,14.0f %,14.0f %,12.0f %12.2f %,12.1f%n",
          of.engine().name().toLowerCase(Locale.ROOT),
          of.size().rules(),
          of.condition() ? 1 : 0,
          of.callers(),
          row.p50(),
          row.average(),
          row.bytes(),
          row.p50() / small.p50(),
          row.p50() / ours);
    }
    out.printf(
        Locale.ROOT,
        "p50: median of single calls; %.0f ns of each are one reading of the clock. to 100, to ours:"
            + " of p50.%nbytes/call: on the Java heap; a result alone takes %.0f.%n%n",
        clock,
        result);
    targets(out);
  }

  private void targets(PrintWriter out) {
    Measured large = find(EngineKind.PORTCULLIS, Size.LARGE, false, USUAL_CALLERS);
    Measured small = find(EngineKind.PORTCULLIS, Size.SMALL, false, USUAL_CALLERS);
    Measured condition = find(EngineKind.PORTCULLIS, Size.LARGE, true, USUAL_CALLERS);
    target(out, "10,000 rules, no condition, p50 ns", large.p50(), 1000);
    target(
        out,
        "10,000 rules to 100, p50 without the clock",
        (large.p50() - clock) / (small.p50() - clock),
        1.5);
    target(out, "10,000 rules, one condition, p50 ns", condition.p50(), 5000);
    target(out, "bytes beyond the result", large.bytes() - result, LESS_THAN_AN_OBJECT);
  }

  private static void target(PrintWriter out, String name, double value, double most) {
    out.printf(
        Locale.ROOT,
        "%-44s %,10.2f   at most %,8.1f   %s%n",
        name,
        value,
        most,
        value <= most ? "met" : "MISSED");
  }

  private Measured find(EngineKind engine, Size size, boolean condition, int callers) {
    return measured.stream()
        .filter(row -> row.of().equals(new Case(engine, size, condition, callers)))
        .findFirst()
        .orElseThrow();
  }
}
