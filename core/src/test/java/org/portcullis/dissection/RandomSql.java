package org.portcullis.dissection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Random SQL of PostgreSQL over a few tables: whatever may stand inside whatever ({@code
 * random-sql.tsv}), written in every odd way. A part of the texts is broken on purpose.
 */
final class RandomSql {

  /** What the texts speak of; {@code wipe} and {@code peek} note that they were called. */
  static final String[] SCHEMA = {
    "CREATE SCHEMA s2",
    table("t"),
    table("u"),
    table("secrets"),
    table("s2.t"),
    table("\"T\""),
    table("\"Odd; Name\""),
    table("\"x.y\""),
    function("wipe()"),
    function("s2.peek(a int)"),
  };

  private static final List<String> HOT =
      List.of(
          ("' \" -- /* */ ; $$ $a$ \\ E' U&' ( ) \n \r , . [ ] ` # @ : '' /*! * = ::int { } $1 | &"
                  + " all only as union select from table returning secrets into wipe()")
              .split(" ", -1));

  private static final List<String> GAPS =
      List.of(
          "\n",
          "\t",
          "\f",
          "\r",
          "/**/",
          "/* ; drop table secrets */",
          "-- x'\n",
          "--\r\n",
          "/* ' */",
          "/*\"*/",
          "/* /* */ */",
          "/*$$*/",
          " --\\\n",
          "  ");

  private static final List<String> CONTENTS =
      List.of(
          "x",
          "",
          "1",
          "it''s",
          "; drop table secrets; --",
          "/*",
          "*/",
          "$$",
          "\"",
          "--",
          "''''",
          "#",
          "]",
          "[",
          "{",
          "`",
          "a\nb",
          "select * from secrets");

  private static final Map<String, List<String>> GRAMMAR = grammar();

  private final Random random;
  private int room = 60;

  RandomSql(Random random) {
    this.random = random;
  }

  /** One text of one or a few statements. */
  String text() {
    StringBuilder text = new StringBuilder(spaced(of("statement")));
    while (random.nextInt(6) == 0) {
      text.append(pick(List.of(";", ";;", " ; ", ";--\n", ";/**/")))
          .append(spaced(of("statement")));
    }
    while (random.nextInt(3) == 0) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextBoolean()) {
        text.insert(at, pick(HOT));
      } else if (at < text.length()) {
        text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private String of(String name) {
    if (name.startsWith("?")) {
      return random.nextInt(3) == 0 ? of(name.substring(1)) : "";
    }
    if (name.equals("string")) {
      return string();
    }
    List<String> choices = GRAMMAR.get(name);
    return filled(--room < 0 ? choices.get(0) : pick(choices));
  }

  private String filled(String choice) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = choice.indexOf('{'); open >= 0; open = choice.indexOf('{', from)) {
      int close = choice.indexOf('}', open);
      filled.append(choice, from, open);
      String name = choice.substring(open + 1, close);
      filled.append(name.isEmpty() ? "{}" : of(name));
      from = close + 1;
    }
    return filled.append(choice.substring(from)).toString();
  }

  private String string() {
    String content = pick(CONTENTS);
    return switch (random.nextInt(10)) {
      case 0 -> "E'" + content + pick(List.of("", "\\'", "\\\\", "\\n")) + "'";
      case 1 -> "$$" + content.replace("$$", "") + "$$";
      case 2 -> "$q1$" + content + "$q1$";
      case 3 -> "U&'" + content + pick(List.of("'", "' uescape '!'"));
      case 4 -> "'" + content + "'\n'" + content + "'";
      case 5 -> "'" + content + pick(List.of("\\", "\\''", "\\\\")) + "'";
      case 6 -> pick(List.of("B'1'", "X'1f'", "N'x'", "e'x\\''", "n'\\'", "b''"));
      default -> "'" + content + "'";
    };
  }

  /** Puts comments and odd blanks between words and changes the case of some, in some texts. */
  private String spaced(String text) {
    if (random.nextInt(3) > 0) {
      return text;
    }
    StringBuilder spaced = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      boolean upper = random.nextInt(6) == 0 && word.indexOf('"') < 0;
      spaced.append(upper ? word.toUpperCase(Locale.ROOT) : word);
      spaced.append(random.nextInt(5) == 0 ? pick(GAPS) : " ");
    }
    return spaced.toString();
  }

  private String pick(List<String> options) {
    return options.get(random.nextInt(options.size()));
  }

  private static Map<String, List<String>> grammar() {
    Map<String, List<String>> grammar = new HashMap<>();
    for (String[] columns : CaseFile.read("random-sql.tsv")) {
      grammar.put(columns[0], Arrays.asList(columns).subList(1, columns.length));
    }
    return grammar;
  }

  private static String table(String name) {
    return "CREATE TABLE " + name + " (id int UNIQUE, a int, b text, ssn text)";
  }

  private static String function(String head) {
    int dot = head.indexOf('.');
    return "CREATE FUNCTION %s RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM trace.note('call', '%s', '%s'); RETURN 1; END $$"
        .formatted(
            head, head.substring(0, Math.max(0, dot)), head.substring(dot + 1, head.indexOf('(')));
  }
}
