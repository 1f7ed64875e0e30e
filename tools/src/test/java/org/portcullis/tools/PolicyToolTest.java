package org.portcullis.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyToolTest {

  @TempDir Path folder;

  @Test
  void tellsHowItIsUsed() {
    assertThat(Run.of("help").out()).contains("lint FILE", "test FILE", "explain FILE");
    assertThat(Run.of("help").code()).isZero();
    assertThat(Run.of().code()).isEqualTo(2);
    assertThat(Run.of("bake").err()).contains("unknown tool bake");
  }

  @Test
  void refusesOptionsAndFilesThatItCannotUse() throws IOException {
    Path faulty = Files.writeString(folder.resolve("p.yaml"), "version: 1\nrolls: {}\n");

    assertThat(Run.of("lint").err()).contains("the policy file is missing");
    assertThat(Run.of("lint", "a", "--colour").err()).contains("unknown option --colour");
    assertThat(Run.of("lint", "a", "--sarif").err()).contains("a value is missing");
    assertThat(Run.of("lint", folder.resolve("none.yaml")).code()).isEqualTo(2);
    assertThat(Run.of("lint", folder.resolve("none.yaml")).err()).contains("no such file");
    assertThat(Run.of("lint", "a", "b").err()).contains("unexpected: b");
    assertThat(Run.of("test", faulty, "x").err()).contains("p.yaml:2:1 unknown key: rolls");
    assertThat(Run.of("test", faulty, "x").code()).isEqualTo(2);
  }
}
