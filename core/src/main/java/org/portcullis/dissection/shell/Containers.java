package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that start a program in a container. */
final class Containers {

  private static final String FILE = "container-options.tsv";
  private static final Options GLOBAL = options("docker");
  private static final Options CLUSTER = options("kubectl");
  private static final Options RUN = options("run");
  private static final Options EXEC = options("exec");

  /** Options that name what is started. */
  private static final Set<String> START = Set.of("entrypoint", "health-cmd");

  /** Options in place of a container's name, for one of these programs. */
  private static final Set<String> LATEST = Set.of("l", "latest");

  /** A file that may name a program that logs in. */
  private static final String CONFIG = "--kubeconfig";

  private static final String CREATE = "create";
  private static final Set<String> EXECUTE = Set.of("exec", "run", CREATE, "debug");
  private static final Set<String> GROUPS = Set.of("container", "compose");
  private static final Set<String> CLUSTERS = Set.of("kubectl", "oc");

  private Containers() {}

  static void addTo(Map<String, ProgramRule> rules) {
    for (String name :
        List.of("docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "crictl")) {
      rules.put(name, Containers::apply);
    }
  }

  private static void apply(Started started) {
    Options options = CLUSTERS.contains(started.name()) ? CLUSTER : GLOBAL;
    Options.Parsed global = options.parse(started.argv(), 1);
    int at = global.end();
    String sub = started.word(at).map(Word::value).orElse("");
    if (GROUPS.contains(sub)) {
      at = options.parse(started.argv(), at + 1).end();
      sub += started.word(at).map(word -> " " + word.value()).orElse("");
    }
    started.on(sub);
    List<Word> behind = started.from(at + 1);
    String verb = sub.substring(sub.indexOf(' ') + 1);
    boolean file = started.from(1).stream().anyMatch(word -> word.value().startsWith(CONFIG));
    if (!global.sure() || file) {
      started.opaque(Doubt.OPTION);
    }
    if (!EXECUTE.contains(verb) || started.word(at).filter(Word::known).isEmpty()) {
      started.from(at).forEach(started::doubt);
    } else if (CLUSTERS.contains(started.name())) {
      inCluster(started, verb, behind);
    } else {
      inContainer(started, at + 1, verb.equals("exec") ? EXEC : RUN);
    }
  }

  /**
   * What is started stands behind two dashes; without them, it cannot be told from the rest, where
   * it may stand at all.
   */
  private static void inCluster(Started started, String verb, List<Word> words) {
    int dashes = words.stream().map(Word::value).toList().indexOf("--");
    if (dashes < 0 && !verb.equals(CREATE)) {
      started.opaque(Doubt.OPTION);
    } else if (dashes < 0) {
      words.forEach(started::doubt);
    } else {
      words.subList(0, dashes).forEach(started::doubt);
      inner(started, words.subList(dashes + 1, words.size()));
    }
  }

  private static void inContainer(Started started, int from, Options options) {
    Options.Parsed parsed = options.parse(started.argv(), from);
    boolean entry = parsed.given().stream().anyMatch(option -> START.contains(option.name()));
    parsed.given().forEach(option -> started.doubt(option.value()));
    started.word(parsed.end()).ifPresent(started::doubt);
    if (!parsed.sure() || entry) {
      started.opaque(Doubt.OPTION);
    }
    inner(started, started.from(parsed.end() + 1));
    if (parsed.given().stream().anyMatch(option -> LATEST.contains(option.name()))) {
      inner(started, started.from(parsed.end()));
    }
  }

  private static void inner(Started started, List<Word> words) {
    if (!words.isEmpty()) {
      started.starts(words);
    }
  }

  private static Options options(String row) {
    String[] columns =
        ResourceLists.rows(FILE).stream()
            .filter(each -> each[0].equals(row))
            .findFirst()
            .orElseThrow();
    String any = Options.UNKNOWN_TAKE_VALUES;
    return Options.of(columns[1], columns[2] + any, columns[3], columns[4] + "," + any);
  }
}
