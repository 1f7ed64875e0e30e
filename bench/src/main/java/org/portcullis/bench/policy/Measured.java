package org.portcullis.bench.policy;

import org.openjdk.jmh.results.RunResult;

/**
 * What a benchmark came to.
 *
 * @param average nanoseconds
 * @param bytes allocated by one call on the Java heap
 */
record Measured(Case of, double p50, double average, double bytes) {

  /** What was measured. */
  record Case(EngineKind engine, Size size, boolean condition, int callers) {

    static Case of(RunResult result) {
      return new Case(
          EngineKind.valueOf(result.getParams().getParam("engine")),
          Size.valueOf(result.getParams().getParam("size")),
          Boolean.parseBoolean(result.getParams().getParam("condition")),
          Integer.parseInt(result.getParams().getParam("callers")));
    }
  }

  static Measured of(RunResult result) {
    return new Measured(
        Case.of(result),
        result.getPrimaryResult().getStatistics().getPercentile(50),
        result.getPrimaryResult().getStatistics().getMean(),
        bytes(result));
  }

  static double bytes(RunResult result) {
    return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }
}
