package org.portcullis.dissection;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.portcullis.json.StrictJson;

/**
 * How much more processor time a text of twice the size takes, for texts that are meant to hurt:
 * the best of several rounds each, in one run.
 */
final class Growth {

  private static final double MOST = 2.5;
  private static final int ROUNDS = 15;
  private static final int RETRIES = 4;
  private static final long SHORTEST_NANOS = 3_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * Texts of one kind.
   *
   * @param size of the smaller ones, in characters
   * @param reader what reads them; remembers no text
   */
  record Kind(String name, int size, Reader reader, List<Family> families) {}

  /** Texts that grow by one part. */
  record Family(String name, IntFunction<String> text) {

    /** The part again and again, between a beginning and an end. */
    static Family of(String begin, String part, String end) {
      return new Family(
          begin + part + "…" + end, size -> begin + part.repeat(size / part.length()) + end);
    }

    static Family nested(String open, String inner, String close) {
      return new Family(
          open + "…" + inner + "…" + close,
          size -> {
            int depth = size / (open.length() + close.length());
            return open.repeat(depth) + inner + close.repeat(depth);
          });
    }
  }

  @FunctionalInterface
  interface Reader {
    Object read(String text);
  }

  private Growth() {}

  /** One line for each family; false when one grows faster than it may. */
  static boolean print(PrintStream out) {
    out.println("work for twice the size (at most " + MOST + ")");
    boolean linear = true;
    for (Kind kind : kinds()) {
      for (Family family : kind.families()) {
        double ratio = ratio(kind, family);
        linear &= ratio < MOST;
        String name = family.name().replaceAll("\\p{Cntrl}", "·");
        String shown = name.substring(0, Math.min(name.length(), 60));
        out.printf(Locale.ROOT, "%5.2f  %-10s %s%n", ratio, kind.name(), shown);
      }
    }
    return linear;
  }

  private static List<Kind> kinds() {
    return List.of(
        sql(),
        shell(),
        argv(),
        path(),
        url(),
        HostilePrograms.python(),
        HostilePrograms.javascript(),
        arguments());
  }

  /** A first ratio that is too high may be noise: it counts when it stays. */
  private static double ratio(Kind kind, Family family) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < RETRIES && least >= MOST; i++) {
      least = Math.min(least, measured(kind, family));
    }
    return least;
  }

  private static double measured(Kind kind, Family family) {
    String small = family.text().apply(kind.size());
    String large = family.text().apply(2 * kind.size());
    int calls = (int) Math.max(1, SHORTEST_NANOS / Math.max(1, nanos(kind.reader(), small, 1)));
    long smallest = Long.MAX_VALUE;
    long largest = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      smallest = Math.min(smallest, nanos(kind.reader(), small, calls));
      largest = Math.min(largest, nanos(kind.reader(), large, calls));
    }
    return (double) largest / smallest;
  }

  private static long nanos(Reader reader, String text, int calls) {
    long start = THREADS.getCurrentThreadCpuTime();
    int read = 0;
    for (int i = 0; i < calls; i++) {
      read += reader.read(text).hashCode() == 0 ? 1 : 0;
    }
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - start) + (read > calls ? 1 : 0);
  }

  private static Kind sql() {
    List<Family> families = new ArrayList<>();
    families.add(Family.of("select ", "(", ""));
    families.add(Family.nested("select (", "1", ")"));
    families.add(Family.nested("select * from (", "select 1", ") x"));
    families.add(Family.of("select 1", " or a = 1", ""));
    families.add(Family.of("", "select 1;", ""));
    families.add(Family.of("", "drop table t;", ""));
    families.add(Family.of("", "';", ""));
    families.add(Family.of("select ", "'a''", ""));
    families.add(Family.of("", "/*", ""));
    families.add(Family.of("", "/*!", ""));
    families.add(Family.of("", "/**/", "select 1"));
    families.add(Family.of("", "--\n", "select 1"));
    families.add(Family.of("", "-- ", ""));
    families.add(Family.of("", "$a$", ""));
    families.add(Family.of("", "$", ""));
    families.add(new Family("$0$ $1$ …", size -> numbered("$", "$ ", size)));
    families.add(Family.of("select * from ", "a", ""));
    families.add(Family.of("select * from ", "a.", "b"));
    families.add(new Family("from t0, t1 …", size -> "select * from t" + numbered(",t", "", size)));
    families.add(Family.of("with x as (select 1)", ", x as (select 1)", " select 1"));
    families.add(Family.of("select ", "case when ", "1"));
    families.add(Family.of("select 1 ", "union select 1 ", ""));
    families.add(Family.of("select ", "é", ""));
    families.add(Family.of("select ", "\ud83d\ude00", ""));
    families.add(Family.of("", "\"", ""));
    families.add(Family.of("", "`", ""));
    families.add(Family.of("", "[", ""));
    families.add(Family.of("", "q'[", ""));
    families.add(Family.of("", "E'\\'", ""));
    families.add(Family.of("insert into t values ", "(1),", "(1)"));
    families.add(Family.of("create function f() begin ", "begin ", ""));
    families.add(Family.of("select f(", "g(", ""));
    families.add(Family.of("select 1 ", "::text", ""));
    families.add(Family.of("select a", "[1]", ""));
    families.add(Family.of("select ", "- ", "1"));
    families.add(Family.of("select ", "not ", "1"));
    families.add(Family.of("select * from t ", "join t on 1=1 ", ""));
    return new Kind(
        "sql", 16_000, text -> new SqlDissector().dissect(Invariants.argument(text)), families);
  }

  private static Kind shell() {
    ShellDissector shell = new ShellDissector();
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "(",
            ")",
            "$(",
            "$((",
            "$(((",
            "((",
            "`",
            "\\`",
            "${",
            "${x:-",
            "\"",
            "'",
            "\"$(",
            "$'",
            "\\",
            "\\\n",
            "{",
            "{a,",
            "}",
            "<(",
            "[[ ",
            "[[ a =~ (",
            "<<E\n",
            "<<E <<E ",
            "<<<a ",
            "<<-'E'\n\t",
            ">",
            "> a ",
            "|",
            "| a ",
            "& ",
            ";;",
            "\n",
            "#",
            "a\n",
            "a b ",
            "a=b ",
            "if ",
            "case x in ",
            "a) ",
            "for i in ",
            "do ",
            "done ",
            "function f ",
            "f() { ",
            "f(){ :;}\n",
            "x=(",
            "a[",
            "*",
            "$x",
            "$",
            "~",
            "é",
            "\ud83d\ude00",
            "\0",
            "\r",
            "sudo ",
            "env ",
            "env -S ",
            "xargs ",
            "find . -exec ",
            "eval ",
            "sh -c ",
            "ssh h ",
            "-a ",
            "--a=b ",
            "-",
            "/",
            "../",
            "a/",
            "time ",
            "! ",
            "coproc ",
            "alias a=b ",
            "git -c a.b=c ",
            "sed -e s/a/b/ ",
            "awk '{",
            "%a%",
            "$env:",
            "a.",
            "export a=b;",
            "echo a >> b;",
            "cat <<E\n$(a)\nE\n",
            "$(a)",
            "`a`",
            "\"`a`\"",
            "$((1+",
            "${a[",
            "a&&b||",
            "[[ -v a[")) {
      families.add(Family.of("", part, ""));
    }
    families.add(Family.nested("$(", "a", ")"));
    families.add(Family.nested("$((", "1", "))"));
    families.add(Family.nested("(", "a", ")"));
    families.add(Family.nested("{ ", "a;", "}"));
    families.add(Family.nested("\"$(", "a", ")\""));
    families.add(Family.nested("${x:-", "a", "}"));
    families.add(Family.of("cat ", "<<E", "\n"));
    families.add(Family.of("cat <<E\n", "$(a)\n", "E\n"));
    families.add(Family.of("cat <<E\n", "a\\\n", "E\n"));
    families.add(Family.of("sed '", "s/a/b/;", "'"));
    families.add(Family.of("ls ", "a ", ""));
    families.add(Family.of("sudo ", "a=b ", "ls"));
    families.add(new Family("<<E0 <<E1 …", size -> "cat <<E" + numbered(" <<E", "", size) + "\n"));
    families.add(new Family("f0(){ … f1(){", size -> numbered("f", "(){ :;}\n", size)));
    families.add(new Family("p0 a; p1 a; …", size -> numbered("p", " a; ", size)));
    return new Kind("shell", 16_000, text -> shell.dissect(Invariants.argument(text)), families);
  }

  private static Kind argv() {
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "sudo ",
            "env ",
            "xargs ",
            "a ",
            "-a ",
            "--a=b ",
            "; ",
            "| a ",
            "sh -c ",
            "find -exec ",
            "find . -exec a ; ",
            "env -S ",
            "nice ",
            "timeout 1 ",
            "git -c a.b=c ",
            "su -c ")) {
      families.add(Family.of("", part, "a"));
    }
    return new Kind(
        "argv", 16_000, text -> Invariants.argvNames(List.of(text.split(" ", -1))), families);
  }

  private static Kind path() {
    FileDissector files = new FileDissector();
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "/",
            "../",
            "./",
            "/..",
            "a/",
            "a/../",
            "\\",
            "..\\",
            "%",
            "%2e",
            "%41",
            "~",
            "~/",
            ".",
            "{",
            "{,",
            ",..",
            "..,",
            "C:",
            "$",
            "é",
            "e\u0301",
            "\u0301\u0316",
            "\ud83d\ude00",
            " ",
            "*")) {
      families.add(Family.of("", part, ""));
      families.add(Family.of("/", part, "x"));
      families.add(Family.of("file:///", part, "x"));
    }
    return new Kind("path", 1_800, text -> files.dissect(Invariants.argument(text)), families);
  }

  private static Kind url() {
    HttpDissector addresses = new HttpDissector(new FileDissector());
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "/",
            "../",
            "./",
            "a/../",
            "\\",
            "%",
            "%2e",
            "%2f",
            "%25",
            "%41",
            "@",
            ":",
            "u:p@",
            ".",
            "a.",
            "1.",
            "0x",
            "[",
            "]",
            "[::",
            "::",
            "0:",
            "?",
            "#",
            ";",
            "é",
            "e\u0301",
            "\u0301\u0316",
            "ß",
            "。",
            "\ud83d\ude00",
            "xn--",
            "-",
            "\t",
            " ",
            "&a=b",
            "+")) {
      families.add(Family.of("http://", part, ""));
      families.add(Family.of("http://a/", part, ""));
      families.add(Family.of("http://[", part, "]/"));
    }
    return new Kind("url", 16_000, text -> addresses.dissect(Invariants.argument(text)), families);
  }

  private static Kind arguments() {
    List<Family> families = new ArrayList<>();
    families.add(Family.of("[", "\"select * from t\",", "1]"));
    families.add(Family.of("[", "\"rm -rf /\",", "1]"));
    families.add(Family.of("[", "\"/etc/passwd\",", "1]"));
    families.add(Family.of("[", "\"http://a/\",", "1]"));
    families.add(Family.of("[", "\"{\\\"sql\\\":\\\"drop table t\\\"}\",", "1]"));
    families.add(Family.of("[", "{\"command\":\"sh\",\"args\":[\"-c\",\"ls\"]},", "1]"));
    families.add(Family.of("{\"text\":\"", "{\\\"a\\\":", "\"}"));
    families.add(Family.of("{\"text\":\"", "YWFh", "\"}"));
    families.add(Family.of("{\"text\":\"", "%7B", "\"}"));
    families.add(Family.of("{\"text\":\"", "[\\\"a\\\",", "\"}"));
    families.add(Family.of("{\"text\":\"", "a: b\\n", "\"}"));
    families.add(Family.of("{\"text\":\"", "- a\\n", "\"}"));
    families.add(Family.of("{\"text\":\"apiVersion: v1\\n", "--- a\\n", "\"}"));
    families.add(Family.of("{\"text\":\"", "import os\\n", "\"}"));
    families.add(Family.of("{\"text\":\"", " ", "\"}"));
    families.add(Family.of("{\"code\":\"", "((", "\"}"));
    families.add(new Family("keys", size -> "{\"a\":1" + numbered(",\"k", "\":1", size) + "}"));
    families.add(
        new Family(
            "a long key over many elements",
            size -> "{\"" + "k".repeat(size / 2) + "\":[" + "\"a\",".repeat(size / 8) + "1]}"));
    return new Kind(
        "arguments",
        16_000,
        text -> Invariants.names(((StrictJson.Reading.Value) StrictJson.read(text)).node()),
        families);
  }

  static String numbered(String begin, String end, int size) {
    StringBuilder text = new StringBuilder(size + 16);
    for (int i = 0; text.length() < size; i++) {
      text.append(begin).append(i).append(end);
    }
    return text.toString();
  }
}
