package org.portcullis.dissection.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that start a program in a container. */
final class Containers {

  private static final String ANY = Options.UNKNOWN_TAKE_VALUES;
  private static final Options GLOBAL =
      Options.of(
          "Dv",
          "cHlnsf",
          "debug,tls,tlsverify,version,help,remote,all-resources,insecure-skip-tls-verify",
          ANY);
  private static final Options INNER =
      Options.of(
          "ditPqTA",
          "aceluvwmhpnNf",
          "detach,interactive,tty,privileged,init,read-only,no-healthcheck,publish-all,rm,quiet,"
              + "no-tty,no-deps,service-ports,use-aliases,build,remove-orphans,stdin,help,"
              + "disable-content-trust,oom-kill-disable,replace,no-hosts,latest",
          ANY);
  private static final Set<String> EXECUTE = Set.of("exec", "run", "create", "debug");
  private static final Set<String> GROUPS = Set.of("container", "compose");
  private static final Set<String> CLUSTERS = Set.of("kubectl", "oc", "k3s", "microk8s");

  private Containers() {}

  static void addTo(Map<String, ProgramRule> rules) {
    for (String name :
        List.of("docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "crictl")) {
      rules.put(name, Containers::apply);
    }
  }

  private static void apply(Started started) {
    Options.Parsed global = GLOBAL.parse(started.argv(), 1);
    int at = global.end();
    String sub = started.word(at).map(Word::value).orElse("");
    if (GROUPS.contains(sub)) {
      at = GLOBAL.parse(started.argv(), at + 1).end();
      sub += started.word(at).map(word -> " " + word.value()).orElse("");
    }
    started.on(sub);
    List<Word> behind = started.from(at + 1);
    String verb = sub.substring(sub.indexOf(' ') + 1);
    if (!global.sure()) {
      started.opaque(Doubt.OPTION);
    }
    if (!EXECUTE.contains(verb) || started.word(at).filter(Word::known).isEmpty()) {
      started.from(at).forEach(started::doubt);
    } else if (CLUSTERS.contains(started.name())) {
      inCluster(started, behind);
    } else {
      inContainer(started, at + 1);
    }
  }

  /** What is started stands behind two dashes; without them, it cannot be told from the rest. */
  private static void inCluster(Started started, List<Word> words) {
    int dashes = words.stream().map(Word::value).toList().indexOf("--");
    if (dashes < 0) {
      started.opaque(Doubt.OPTION);
    } else {
      words.subList(0, dashes).forEach(started::doubt);
      inner(started, words.subList(dashes + 1, words.size()));
    }
  }

  private static void inContainer(Started started, int from) {
    Options.Parsed parsed = INNER.parse(started.argv(), from);
    boolean entry = parsed.given().stream().anyMatch(option -> option.name().equals("entrypoint"));
    parsed.given().forEach(option -> started.doubt(option.value()));
    started.word(parsed.end()).ifPresent(started::doubt);
    if (!parsed.sure() || entry) {
      started.opaque(Doubt.OPTION);
    }
    inner(started, started.from(parsed.end() + 1));
  }

  private static void inner(Started started, List<Word> words) {
    if (!words.isEmpty()) {
      started.starts(words);
    }
  }
}
