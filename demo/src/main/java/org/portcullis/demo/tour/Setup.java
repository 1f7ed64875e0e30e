package org.portcullis.demo.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a running gate about the desk, as its administrator: the connections first, then the
 * policy. Doing it twice changes nothing.
 */
public final class Setup {
  private static final String ADMINISTRATOR = "admin";

  private final TourSettings settings;
  private final GateApi gate;

  Setup(TourSettings settings, Web web, Tokens tokens) {
    this.settings = settings;
    this.gate = new GateApi(settings, web, tokens, ADMINISTRATOR);
  }

  /**
   * Sets up the gate that the environment names; exits with 1 and one line if that fails.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.exit(Mains.guarded("setup", Setup::run, System.out, System.err));
  }

  private static void run(PrintStream out) {
    TourSettings settings = TourSettings.from(System.getenv());
    Web web = new Web();
    new Setup(settings, web, new Tokens(settings, web)).run();
    out.println("the gate knows the desk and the demo's policy");
  }

  /**
   * Puts connections and policy.
   *
   * @throws NotAsTold if the gate refuses one
   */
  void run() {
    for (Path file : connections()) {
      String name = file.getFileName().toString().replace(".json", "");
      gate.put("connections/" + name, "application/json", filled(read(file)));
    }
    gate.put("policy", "application/yaml", read(settings.home().resolve("policy.yaml")));
  }

  private List<Path> connections() {
    Path folder = settings.home().resolve("connections");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new NotAsTold("no connections in " + folder, e);
    }
  }

  /** The files name the desk's address and token as variables: neither is known before a run. */
  private String filled(String text) {
    return text.replace("${DESK_URL}", settings.desk().toString())
        .replace("${DESK_TOKEN}", settings.deskToken());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new NotAsTold("cannot read " + file, e);
    }
  }
}
