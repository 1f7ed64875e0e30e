package org.portcullis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.portcullis.json.CanonicalJson;
import org.portcullis.json.StrictJson;

/** What strict reading and canonical writing of two kilobytes cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {

  private final byte[] text = Sample.answer();
  private final JsonNode arguments = Sample.refund(40).arguments();

  @Benchmark
  public StrictJson.Reading readStrictly() {
    return StrictJson.read(text);
  }

  @Benchmark
  public byte[] writeCanonically() {
    return CanonicalJson.bytes(arguments);
  }
}
