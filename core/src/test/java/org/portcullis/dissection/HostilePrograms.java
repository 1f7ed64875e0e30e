package org.portcullis.dissection;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.dissection.Growth.Family;
import org.portcullis.dissection.Growth.Kind;
import org.portcullis.dissection.code.CodeReader;
import org.portcullis.dissection.code.Language;

/** Programs that are meant to hurt who reads them. */
final class HostilePrograms {

  private static final int SIZE = 16_000;

  private HostilePrograms() {}

  static Kind python() {
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "(",
            "x = [",
            "f'{",
            "f'{x!r:{y}}' ",
            "'a' ",
            "'a\\\n",
            "\"\"\"a\"\"\"",
            "x\n",
            "x;",
            "f(1)\n",
            "f(",
            "lambda: ",
            "lambda x=",
            "not ",
            "@a\n",
            "import a.b\n",
            "match x\n",
            "with (a\n",
            "with (a): pass\n",
            "if x: pass\nelse: pass\n",
            "class A:\n def f(self): self.f()\n",
            "x = y = ",
            "global x\n",
            "!ls\n",
            "#",
            "\\\n",
            "\t\f",
            "é",
            "𝐞")) {
      families.add(Family.of("", part, ""));
    }
    families.add(Family.nested("(", "1", ")"));
    families.add(Family.nested("f(", "1", ")"));
    families.add(Family.of("x", ".y", "()"));
    families.add(Family.of("x", ".y()", ""));
    families.add(Family.of("x", "[1]", ""));
    families.add(Family.of("[", "1,", "]"));
    families.add(Family.of("{", "'a': 1,", "}"));
    families.add(Family.of("{", "**a,", "}"));
    families.add(Family.of("x = 1", " + 1", ""));
    families.add(Family.of("x = ''", " + 'a'", ""));
    families.add(Family.of("[x", " for x in x", "]"));
    families.add(Family.of("import a", ".a", ""));
    families.add(Family.of("def f(", "a, ", "b): pass"));
    families.add(Family.of("a", "\u0301\u0316", " = 1"));
    families.add(new Family("x1 = x2 …", size -> Growth.numbered("x = y\nx", " = x", size)));
    families.add(new Family("{'k0': 1, …", size -> "f({" + colliding("'", "': 1, ", size) + "})"));
    families.add(new Family("(a,) = … = [1, …", HostilePrograms::takenApart));
    families.add(
        new Family(
            "system(c) with a long c",
            size ->
                "import os\nc = '"
                    + "a".repeat(size / 2)
                    + "'\n"
                    + "os.system(c)\n".repeat(size / 26)));
    families.add(
        new Family(
            "exec(c) with a long c",
            size -> "c = '" + "x;".repeat(size / 4) + "'\n" + "exec(c)\n".repeat(size / 16)));
    return kind(Language.PYTHON, families);
  }

  static Kind javascript() {
    List<Family> families = new ArrayList<>();
    for (String part :
        List.of(
            "(",
            "[",
            "{",
            "`${",
            "`a${b}`+",
            "'a'+",
            "'\\u{",
            "\\u{",
            "/a/",
            "/[",
            "/*",
            "/**/",
            "<!--",
            "-->\n",
            "x\n",
            "x;",
            "f(",
            "f(1);",
            "x=>",
            "async x=>",
            "(x)=>",
            "!",
            "new ",
            "await ",
            "a ? b : ",
            "a = ",
            "if (x) y; else ",
            "for (;;) ",
            "x: ",
            "var x=1;",
            "let x;",
            "import 'a';",
            "import {a as b} from 'c';",
            "export {a};",
            "class A { [",
            "class A { x; }\n",
            "function f() { ",
            "function f() {}\n",
            "switch (x) { case ",
            "é",
            "\ud83d\ude00")) {
      families.add(Family.of("", part, ""));
    }
    families.add(Family.nested("(", "1", ")"));
    families.add(Family.nested("[", "1", "]"));
    families.add(Family.nested("{", "1", "}"));
    families.add(Family.nested("`${", "1", "}`"));
    families.add(Family.of("x", ".y", "()"));
    families.add(Family.of("x", "?.y()", ""));
    families.add(Family.of("x", "[1]", ""));
    families.add(Family.of("x", "['y']", "()"));
    families.add(Family.of("x", "`y`", ""));
    families.add(Family.of("x", ", x", ""));
    families.add(Family.of("(", "x,", "y) => 1"));
    families.add(Family.of("x = ''", " + 'a'", ""));
    families.add(Family.of("var {", "a, ", "b} = require('fs')"));
    families.add(Family.of("var [", "a, ", "b] = c"));
    families.add(Family.of("f({", "...a, ", "})"));
    families.add(new Family("f({k0: 1, …", size -> "f({" + colliding("'", "': 1, ", size) + "})"));
    families.add(new Family("x1 = x2 …", size -> Growth.numbered("x = y;x", " = x", size)));
    families.add(
        new Family(
            "eval(c) with a long c",
            size -> "const c = '" + "x;".repeat(size / 4) + "'\n" + "eval(c)\n".repeat(size / 16)));
    return kind(Language.JAVASCRIPT, families);
  }

  private static Kind kind(Language language, List<Family> families) {
    CodeReader reader =
        new CodeReader(DataFile.read("code-names.tsv"), DataFile.read("code-calls.tsv"));
    return new Kind(language.label(), SIZE, text -> reader.read(text, language), families);
  }

  private static String takenApart(int size) {
    return "(a,) = ".repeat(size / 14) + "[" + "1,".repeat(size / 4) + "]";
  }

  /** Keys that all have the same hash, each between a beginning and an end. */
  private static String colliding(String begin, String end, int size) {
    int bits = 12;
    int count = Math.min(1 << bits, size / (2 * bits + begin.length() + end.length()));
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append(begin);
      for (int bit = 0; bit < bits; bit++) {
        keys.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      keys.append(end);
    }
    return keys.toString();
  }
}
