package org.portcullis.dissection.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellReaderTest {

  private static final String PARTS =
      "rm¦ls¦x¦y¦ ¦ ¦ ¦\n¦;¦&¦|¦&&¦||¦(¦)¦{ ¦}¦$¦$(¦${¦$((¦))¦`¦'¦\"¦\\¦#¦<¦>¦<<¦<<<¦<(¦*¦?¦[¦]"
          + "¦[[ ¦ ]]¦!¦=¦a=¦if ¦then ¦fi¦for ¦in ¦do ¦done¦case ¦esac¦while ¦function ¦sh -c ¦eval "
          + "¦sudo ¦env ¦xargs ¦find . -exec ¦\\;¦{}¦ssh ¦-¦--¦/¦..¦~¦1¦\r¦\t¦\0¦\u00a0¦\u200b"
          + "¦\ud83d\ude00¦$'¦:-¦@P¦E\n";

  private final ShellReader reader = new ShellReader();

  @Test
  void readsAroundANul() {
    assertThat(names("rm a\0; rm b")).contains("shell:opaque:*", "shell:rm:a", "shell:rm:b");
    assertThat(names("r\0m a")).contains("shell:opaque:*", "shell:rm:a", "shell:r:-");
  }

  @Test
  void leavesTabsOutOfHereDocuments() {
    assertThat(names("cat <<-E\n\t$(rm x)\n\tE\nrm y"))
        .containsExactly("shell:rm:x", "shell:cat:-", "shell:rm:y");
  }

  @Test
  void doubtsADocumentWhoseLastLineGoesOn() {
    assertThat(names("cat <<E\na\\\nE\nrm x\nE\n")).contains("shell:opaque:*", "shell:rm:x");
  }

  @Test
  void refusesLongTexts() {
    assertThat(names("#".repeat(ShellReader.MAX_LENGTH + 1))).containsExactly("shell:opaque:*");
    assertThat(names("#".repeat(ShellReader.MAX_LENGTH))).isEmpty();
    assertThat(reader.read(List.of("rm", "x".repeat(ShellReader.MAX_LENGTH))))
        .extracting(ShellFinding::verb)
        .containsExactly("opaque");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(",
        "`",
        "(",
        "{ ",
        "${x:-",
        "$((",
        "((",
        "\"$(",
        "<(",
        "if ",
        "[[ ",
        "case x in ",
        "f() { ",
        "a=(",
        "sh -c \"",
        "eval ",
        "sudo ",
        "cat <<E\n",
        "\\",
        "$'\\"
      })
  void refusesDeepNesting(String opening) {
    List<String> names = names(opening.repeat(2000) + "rm x");
    boolean keyword = List.of("{ ", "if ", "f() { ").contains(opening);
    assertThat(names).contains(keyword ? "shell:rm:x" : "shell:opaque:*");
  }

  @Test
  void nestsAsDeepAsPeopleDo() {
    assertThat(names("echo $(".repeat(20) + "rm x" + ")".repeat(20)))
        .contains("shell:rm:x")
        .doesNotContain("shell:opaque:*");
  }

  @Test
  void boundsWhatIsFound() {
    List<ShellFinding> found = reader.read("rm" + " a".repeat(10) + ";rm x".repeat(5000));
    assertThat(found).hasSize(2);
    StringBuilder many = new StringBuilder("rm");
    for (int i = 0; i < 5000; i++) {
      many.append(" f").append(i);
    }
    List<ShellFinding> bounded = reader.read(many.toString());
    assertThat(bounded).hasSize(1001);
    assertThat(bounded.get(1000).verb()).isEqualTo("opaque");
    assertThat(bounded.get(1000).line().reason()).contains("limit");
  }

  @Test
  void takesAnArrayForOneProgramAndItsArguments() {
    assertThat(argv("rm", "-rf", "/a b", "$(x);y"))
        .containsExactly("shell:rm:/a b", "shell:rm:$(x);y");
    assertThat(argv("sh", "-c", "ls; rm /x"))
        .containsExactly("shell:sh:-c", "shell:ls:-", "shell:rm:/x");
    assertThat(argv("sudo", "env", "A=b", "rm", "*"))
        .containsExactly("shell:sudo:env", "shell:env:rm", "shell:rm:*");
    assertThat(argv("if")).containsExactly("shell:if:-");
    assertThat(argv("rm -rf /")).containsExactly("shell:opaque:*");
    assertThat(argv("")).containsExactly("shell:opaque:*");
    assertThat(argv()).isEmpty();
  }

  @Test
  void readsAnArrayWithOperatorsAsALineToo() {
    assertThat(argv("ls", "|", "rm", "x")).contains("shell:ls:-", "shell:rm:x");
  }

  @Test
  void saysWhatElseIsTrueOfACommand() {
    ShellLine line = reader.read("/usr/bin/rm 'a b' >x &").get(1).line();
    assertThat(line.text()).isEqualTo("/usr/bin/rm 'a b' >x");
    assertThat(line.argv()).containsExactly("/usr/bin/rm", "a b");
    assertThat(line.notes()).containsExactlyInAnyOrder("background", "redirected");
    assertThat(line.reason()).isEmpty();
  }

  @Test
  void doesNotReadTwoOperatorsAsBackground() {
    assertThat(reader.read("ls && rm x").get(0).line().notes()).isEmpty();
  }

  @Property(tries = 3000)
  void neverThrowsAndStaysBounded(@ForAll("lines") String line) {
    List<ShellFinding> found = reader.read(line);
    assertThat(found).hasSizeLessThanOrEqualTo(1001);
    assertThat(reader.read(List.of(line.split(" ", -1)))).hasSizeLessThanOrEqualTo(1001);
    assertThat(reader.read(line)).isEqualTo(found);
  }

  /** A program that nothing can hide is found, or something is opaque, whatever stands before. */
  @Property(tries = 3000)
  void findsWhatStandsOnALineOfItsOwn(@ForAll("lines") String line) {
    assertThat(names(line.replace("#", "") + "\n\nrm /secret\n"))
        .anyMatch(
            name -> name.equals("shell:rm:/secret") || name.endsWith(":opaque:*") || mayHide(line));
  }

  /** The line may be the text of a document, or the name that of a function. */
  private static boolean mayHide(String line) {
    return line.contains("<<") || (line.contains(")") && line.contains("rm"));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(PARTS.split("¦", -1))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private List<String> names(String text) {
    return reader.read(text).stream().map(ShellReaderTest::name).toList();
  }

  private List<String> argv(String... argv) {
    return reader.read(List.of(argv)).stream().map(ShellReaderTest::name).toList();
  }

  private static String name(ShellFinding finding) {
    return finding.kind() + ":" + finding.verb() + ":" + finding.object();
  }
}
