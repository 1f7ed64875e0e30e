package org.portcullis.dissection.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Programs that hand a line to a shell, here or on another host. */
final class Launchers {

  private static final Options SSH =
      Options.of("46AaCfGgKkMNnqsTtVvXxYy", "BbcDEeFIiJLlmOoPpQRSWw", "", "");
  private static final Options SU =
      Options.of(
          "lmpfPT",
          "cCgGsw",
          "login,preserve-environment,fast,pty,help,version",
          "command,session-command,group,supp-group,shell,whitelist-environment,user");
  private static final Options SCRIPT =
      Options.of(
          "aefqV",
          "cBIOEomTt",
          "append,return,flush,force,quiet,help,version",
          "command,log-in,log-out,log-io,log-timing,logging-format,echo,output-limit,timing");
  private static final Options WATCH =
      Options.of(
          "bcdegprtvwx",
          "nqs",
          "beep,color,no-color,differences,errexit,chgexit,precise,no-rerun,no-title,no-wrap,exec",
          "interval,equexit,shotsdir");
  private static final Set<String> HARMLESS_SETTINGS = ResourceLists.words("ssh-settings.txt");
  private static final Set<String> LINES = Set.of("c", "command", "session-command");

  private Launchers() {}

  static void addTo(Map<String, ProgramRule> rules) {
    rules.put("ssh", Launchers::ssh);
    rules.put("su", started -> su(started, SU));
    rules.put("runuser", started -> su(started, SU));
    rules.put("script", Launchers::script);
    rules.put("watch", Launchers::watch);
    rules.put("parallel", Launchers::parallel);
  }

  private static void ssh(Started started) {
    Options.Parsed before = SSH.parse(started.argv(), 1);
    List<Options.Given> given = new ArrayList<>(before.given());
    int at = before.end();
    boolean sure = before.sure();
    if (started.word(at).isPresent()) {
      started.on(started.argv().get(at));
      Options.Parsed behind = SSH.parse(started.argv(), at + 1);
      given.addAll(behind.given());
      at = behind.end();
      sure &= behind.sure();
    } else {
      started.onNothing();
    }
    if (!sure) {
      started.opaque(Doubt.OPTION);
    }
    if (given.stream().anyMatch(Launchers::startsHere)) {
      started.opaque(Doubt.CODE);
    }
    remote(started, at, given);
  }

  /** {@code ProxyCommand} and its like, a library, or a file that may hold both. */
  private static boolean startsHere(Options.Given option) {
    String value = option.value().value().toLowerCase(Locale.ROOT);
    String setting = value.strip().split("[\\s=]", 2)[0];
    boolean harmless = HARMLESS_SETTINGS.contains(setting) && !value.contains("command");
    return option.name().equals("F")
        || option.name().equals("I")
        || (option.name().equals("o") && !harmless);
  }

  private static void remote(Started started, int at, List<Options.Given> given) {
    boolean forwards = given.stream().anyMatch(option -> "NGQVO".contains(option.name()));
    if (!started.from(at).isEmpty()) {
      started.reads(started.from(at));
    } else if (!forwards) {
      started.readsInput();
    }
  }

  private static void su(Started started, Options options) {
    Options.Parsed parsed = options.parse(started.argv(), 1);
    List<Options.Given> given = new ArrayList<>(parsed.given());
    List<Word> operands = new ArrayList<>();
    boolean sure = parsed.sure();
    int at = parsed.end();
    while (at < started.argv().size()) {
      operands.add(started.argv().get(at));
      Options.Parsed behind = options.parse(started.argv(), at + 1);
      given.addAll(behind.given());
      sure &= behind.sure();
      at = behind.end();
    }
    operands.removeIf(word -> word.value().equals("-"));
    if (!sure || operands.size() > 1) {
      started.opaque(Doubt.OPTION);
    }
    Operands.each(started, operands);
    List<Word> lines = lines(given);
    lines.forEach(started::reads);
    if (lines.isEmpty()) {
      started.readsInput();
    }
  }

  private static List<Word> lines(List<Options.Given> given) {
    return given.stream()
        .filter(option -> LINES.contains(option.name()))
        .map(Options.Given::value)
        .toList();
  }

  private static void script(Started started) {
    Options.Parsed parsed = SCRIPT.parse(started.argv(), 1);
    Operands.each(started, started.from(parsed.end()));
    List<Word> lines = lines(parsed.given());
    lines.forEach(started::reads);
    if (lines.isEmpty()) {
      started.readsInput();
    }
    if (!parsed.sure() || started.from(parsed.end()).size() > 1) {
      started.opaque(Doubt.OPTION);
    }
  }

  private static void watch(Started started) {
    Options.Parsed parsed = WATCH.parse(started.argv(), 1);
    if (!parsed.sure()) {
      started.opaque(Doubt.OPTION);
    }
    started.onNothing();
    started.reads(started.from(parsed.end()));
  }

  /** Its options are many and its replacements more: what it starts cannot be told in full. */
  private static void parallel(Started started) {
    started.opaque(Doubt.INPUT);
    List<Word> inner = new ArrayList<>();
    for (Word word : started.from(1)) {
      if (word.value().startsWith(":::")) {
        break;
      }
      inner.add(word);
    }
    if (inner.isEmpty() || inner.get(0).isOption()) {
      started.onNothing();
    } else {
      inner.add(Word.unknown(Doubt.INPUT));
      started.wraps(inner);
    }
  }
}
