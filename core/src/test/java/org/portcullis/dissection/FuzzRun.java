package org.portcullis.dissection;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints how the dissectors' work grows, and runs Jazzer on one target after the other, each for
 * some seconds in a process of its own. Jazzer is known to the build in the profile {@code fuzz}
 * only. It begins with the labelled cases and with what it found before; what breaks something is
 * written beside the earlier findings, which the unit tests try again.
 */
final class FuzzRun {

  private static final Path RESOURCES =
      Path.of("src/test/resources/org/portcullis/dissection/fuzz");
  private static final String GROWTH = "growth";
  private static final Path WORK = Path.of("target/fuzz");

  private FuzzRun() {}

  /**
   * The arguments are {@code growth} and names of targets, with commas between them, and a number
   * of seconds.
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> failed = new ArrayList<>();
    for (String name : arguments[0].split(",", -1)) {
      System.out.println("\n=== " + name);
      boolean holds =
          name.equals(GROWTH)
              ? Growth.print(System.out)
              : findsNothing(FuzzTarget.named(name), arguments[1]);
      if (!holds) {
        failed.add(name);
      }
    }
    System.out.println("\nfailed: " + failed);
    if (!failed.isEmpty()) {
      System.exit(1);
    }
  }

  /** The fuzzer goes on behind a finding, and its exit code does not tell of it. */
  private static boolean findsNothing(FuzzTarget target, String seconds)
      throws IOException, InterruptedException, URISyntaxException {
    long before = written(target);
    return fuzz(target, seconds) == 0 && written(target) == before;
  }

  private static long written(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(target.label() + "-"))
          .count();
    }
  }

  private static int fuzz(FuzzTarget target, String seconds)
      throws IOException, InterruptedException, URISyntaxException {
    Path corpus = Files.createDirectories(WORK.resolve(target.label()));
    Path seeds = Files.createDirectories(WORK.resolve(target.label() + "-seeds"));
    int number = 0;
    for (String text : target.cases()) {
      Files.write(seeds.resolve("case-" + number++), text.getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] finding : target.findings()) {
      Files.write(seeds.resolve("case-" + number++), finding);
    }
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx1g",
            "-classpath",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzEntry.class.getName(),
            "--target_args=" + target.label(),
            "--instrumentation_includes=org.portcullis.**",
            "--custom_hook_includes=org.portcullis.**",
            "--keep_going=10",
            "--reproducer_path=" + WORK,
            "-max_total_time=" + seconds,
            "-max_len=2048",
            "-timeout=60",
            "-print_final_stats=1",
            "-dict=" + RESOURCES.resolve(target.label() + ".dict"),
            "-artifact_prefix=" + RESOURCES + "/" + target.label() + "-",
            corpus.toString(),
            seeds.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
