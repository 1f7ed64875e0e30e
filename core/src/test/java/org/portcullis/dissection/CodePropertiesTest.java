package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.dissection.code.CodeFinding;
import org.portcullis.dissection.code.CodeReader;
import org.portcullis.dissection.code.Language;

class CodePropertiesTest {

  private static final String PARTS =
      "os¦x¦f¦eval¦document¦import ¦from ¦def ¦class ¦function ¦async ¦await ¦=>¦=¦.¦,¦;¦:¦(¦)¦[¦]¦{¦}"
          + "¦`¦${¦'¦\"¦\"\"\"¦f'¦rb\"¦\\¦#¦//¦/*¦*/¦/¦<!--¦-->¦\n¦\n ¦\n\t¦\r¦\u2028¦\0¦\f¦@¦*¦**¦?.¦?¦"
          + "!¦%¦+¦-¦0x1¦1.5e3¦lambda ¦for ¦ in ¦ of ¦if ¦else ¦with ¦as ¦yield ¦return ¦new ¦let ¦var "
          + "¦const ¦try ¦catch ¦finally ¦match ¦case ¦global ¦del ¦:=¦...¦\\u0065¦𝐞¦\ud83d¦__x__¦ ";

  private final CodeReader reader =
      new CodeReader(DataFile.read("code-names.tsv"), DataFile.read("code-calls.tsv"));

  @Property(tries = 3000)
  void readsAnything(@ForAll("texts") String text, @ForAll Language language) {
    reader.read(text, language).ifPresent(found -> assertThat(found).doesNotContainNull());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PARTS.split("¦", -1))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void findsACallThatIsPutAnywhereInPython(
      @ForAll @IntRange(max = 10_000) int which, @ForAll @IntRange(max = 10_000) int line) {
    // A line inside a text or behind a line that goes on is no statement.
    List<CodeCase> cases =
        valid("python").stream()
            .filter(each -> !each.code().contains("\"\"\"") && !each.code().contains("\\\n"))
            .toList();
    String code = cases.get(which % cases.size()).code();
    List<String> lines = new ArrayList<>(Arrays.asList(code.split("\n", -1)));
    int at = line % (lines.size() + 1);
    String indent = at < lines.size() ? lines.get(at).replaceAll("\\S.*", "") : "";
    lines.add(at, indent + "__import__('shutil').rmtree('/inserted')");
    assertFound(CodeCase.found(String.join("\n", lines), "python"), "code:call:shutil.rmtree");
  }

  @Property(tries = 500)
  void findsACallThatIsPutAnywhereInJavaScript(
      @ForAll @IntRange(max = 10_000) int which, @ForAll @IntRange(max = 10_000) int place) {
    List<CodeCase> cases = valid("javascript");
    String code = cases.get(which % cases.size()).code();
    List<String> parts = new ArrayList<>(Arrays.asList(code.split("(?<=[;{}])", -1)));
    parts.add(place % (parts.size() + 1), ";require('fs').rmSync('/inserted');");
    List<String> found = CodeCase.found(String.join("", parts), "javascript");
    boolean text = String.join("", parts).matches("(?s).*[`\"'/<].*");
    if (!text) {
      assertFound(found, "code:call:fs.rmSync");
    }
    assertThat(found).isNotEmpty();
  }

  private static void assertFound(List<String> found, String name) {
    assertThat(found).anyMatch(each -> each.equals(name) || each.startsWith("code:opaque:*"));
  }

  private static List<CodeCase> valid(String language) {
    return CodeCase.all(language).stream().filter(each -> each.mark().equals("valid")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "python,'(','1',')'",
    "python,'[','1',']'",
    "python,'f(','1',')'",
    "python,'-','1',''",
    "python,'lambda: ','1',''",
    "python,'x.y','',''",
    "python,'x[1]','',''",
    "python,'not ','1',''",
    "python,'await ','f()',''",
    "python,'1 + ','1',''",
    "python,'1 if x else ','1',''",
    "javascript,'(','1',')'",
    "javascript,'[','1',']'",
    "javascript,'f(','1',')'",
    "javascript,'!','1',''",
    "javascript,'x => ','1',''",
    "javascript,'`${','1','}`'",
    "javascript,'{','1','}'",
    "javascript,'if (x) ','1',''",
    "javascript,'new ','A',''",
    "javascript,'a ? b : ','1',''",
    "javascript,'a = ','1',''",
    "javascript,'delete ','a.b',''",
    "javascript,'await ','f()',''",
    "javascript,'async x => ','1',''",
    "javascript,'class A { [','1','] }'",
    "javascript,'function f() { ','1',' }'",
    "javascript,'for (;;) ','1',''",
    "javascript,'x.y`','1','`'"
  })
  void refusesOrReadsDeepNesting(String language, String open, String middle, String close) {
    for (int depth : List.of(10, 100, 1000, 3000)) {
      String code = open.repeat(depth) + middle + close.repeat(depth);
      assertThat(CodeCase.found(code, language)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "javascript"})
  void nestsAsDeepAsPeopleDo(String language) {
    String code = "f(".repeat(30) + "1" + ")".repeat(30);
    assertThat(CodeCase.found(code, language)).containsExactly("code:call:f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "javascript"})
  void boundsLengthAndFindings(String language) {
    assertThat(CodeCase.found("f(1);" + " ".repeat(64 * 1024), language))
        .containsExactly("code:opaque:*(limit)");
    String many =
        IntStream.range(0, 3000).mapToObj(i -> "f" + i + "()").collect(Collectors.joining(";"));
    List<CodeFinding> found =
        reader.read(many, Language.valueOf(language.toUpperCase(Locale.ROOT))).orElseThrow();
    assertThat(found).hasSize(1001).last().isInstanceOf(CodeFinding.Opaque.class);
  }

  @Test
  void boundsTextsThatAreHandedOnAgainAndAgain() {
    String code =
        "import os\nc = '" + "ls;".repeat(10_000) + "'\n" + "os.system(c + c)\n".repeat(500);
    assertThat(CodeCase.found(code, "python")).contains("code:call:os.system");
    assertThat(reader.read(code, Language.PYTHON).orElseThrow()).hasSizeLessThan(20);
  }

  @Test
  void readsDisguisesThatNoTableHolds() {
    assertThat(CodeCase.found("\fimport os\n\fos.system('ls')", "python")).contains("shell:ls:-");
    assertThat(CodeCase.found("if 1:\n\teval('1')\n        eval('2')", "python"))
        .containsExactly("code:opaque:*(syntax)");
    assertThat(CodeCase.found("print(1)\0eval('1')", "python"))
        .containsExactly("code:opaque:*(syntax)");
    assertThat(CodeCase.found("x\0eval('1')", "javascript"))
        .containsExactly("code:opaque:*(syntax)");
    assertThat(CodeCase.found("x = 1 // \u2029alert(1)", "javascript"))
        .containsExactly("code:call:alert");
    assertThat(CodeCase.found("# \u2028eval('1')", "python")).containsExactly("code:run:python");
    assertThat(CodeCase.found("eval('__import__(\"os\").remove(\"/x\")')", "python"))
        .contains("file:delete:/x");
  }
}
