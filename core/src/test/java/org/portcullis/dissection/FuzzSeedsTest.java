package org.portcullis.dissection;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds of every text holds of the labelled cases and of all that a fuzzer ever found. */
class FuzzSeedsTest {

  @TestFactory
  Stream<DynamicTest> whatHoldsOfEveryTextHoldsOfTheseToo() {
    return Arrays.stream(FuzzTarget.values())
        .map(target -> dynamicTest(target.label(), () -> seeds(target).forEach(target::check)));
  }

  private static List<byte[]> seeds(FuzzTarget target) throws IOException, URISyntaxException {
    List<byte[]> seeds = new ArrayList<>(target.findings());
    target.cases().forEach(text -> seeds.add(text.getBytes(StandardCharsets.UTF_8)));
    return seeds;
  }
}
