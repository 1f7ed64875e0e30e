package org.portcullis.bench.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures stand beside. */
final class Machine {

  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final int READINGS = 2_000_000;

  private Machine() {}

  /** Processor, cores, load, JDK and system in one line each. */
  static String described() throws IOException {
    return "%s, %d cores, load %s%n%s %s, %s %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Files.exists(LOAD) ? Files.readString(LOAD).split(" ", 2)[0] : "unknown",
            System.getProperty("java.vm.name"),
            System.getProperty("java.runtime.version"),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** The nanoseconds that one reading of the clock takes: it is in every single measured time. */
  static double clock() {
    long start = System.nanoTime();
    long last = start;
    for (int i = 0; i < READINGS; i++) {
      last = System.nanoTime();
    }
    return (double) (last - start) / READINGS;
  }

  private static String processor() throws IOException {
    return !Files.exists(CPUS)
        ? System.getProperty("os.arch")
        : Files.readAllLines(CPUS).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch"));
  }
}
