package org.portcullis.bench;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;

/** What masking an answer of two kilobytes costs, by field and by content. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MaskingBenchmark {

  private final Masker masker =
      Sample.policy().masker(Sample.caller(), Sample.connection(), Set.of());
  private final byte[] answer = Sample.answer();

  @Benchmark
  public byte[] answerOfTwoKilobytes() {
    return masker.json(answer, Keep.NOTHING, new Hits());
  }
}
