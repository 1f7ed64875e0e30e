package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the cases against real interpreters: they read those that are meant to be valid, and every
 * call that they see is found or opaque. Where a machine has none, nothing is compared.
 */
class CodeAgainstInterpretersTest {

  private static final String PYTHON =
      """
      import ast, json, sys
      def calls(text):
          try:
              tree = ast.parse(text)
          except (SyntaxError, ValueError):
              return None
          own = {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
          called = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
          return sorted({f.attr for f in called if isinstance(f, ast.Attribute)} - own)
      sys.stdin.reconfigure(encoding="utf-8")
      print(json.dumps([calls(text) for text in json.load(sys.stdin)]))
      """;

  private static final String NODE =
      """
      import vm from 'node:vm';
      import fs from 'node:fs';
      const reads = code => {
        try { new vm.Script(code); return true } catch {}
        try { new vm.SourceTextModule(code); return true } catch { return false }
      };
      console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(reads)));
      """;

  private static final List<String> IMPORTING = List.of("import_module");

  @TempDir Path temporary;

  @Test
  void pythonReadsWhatIsMeantToBeValidAndEveryMethodItSeesIsFound() throws Exception {
    Optional<Interpreter> python = Interpreter.find("python3", PYTHON, List.of("-X", "utf8"));
    if (python.isEmpty()) {
      return;
    }
    List<CodeCase> cases =
        CodeCase.all("python").stream().filter(each -> !each.mark().equals("new")).toList();
    List<JsonNode> answers =
        python.get().ask(cases.stream().map(CodeCase::code).toList(), temporary);
    assertThat(answers).hasSameSizeAs(cases);
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      CodeCase each = cases.get(i);
      all.assertThat(!answers.get(i).isNull()).as(each.code()).isEqualTo(isValid(each));
      for (JsonNode method : answers.get(i)) {
        String name = method.textValue();
        all.assertThat(each.found())
            .as(each.code())
            .anyMatch(
                found ->
                    found.startsWith("code:opaque:")
                        || (found.startsWith("code:import:") && IMPORTING.contains(name))
                        || found.endsWith(":" + name)
                        || found.endsWith("." + name));
      }
    }
    all.assertAll();
  }

  @Test
  void nodeReadsWhatIsMeantToBeValid() throws Exception {
    Optional<Interpreter> node =
        Interpreter.find("node", NODE, List.of("--no-warnings", "--experimental-vm-modules"));
    if (node.isEmpty()) {
      return;
    }
    List<CodeCase> cases = CodeCase.all("javascript");
    List<JsonNode> answers = node.get().ask(cases.stream().map(CodeCase::code).toList(), temporary);
    assertThat(answers).hasSameSizeAs(cases);
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      CodeCase each = cases.get(i);
      all.assertThat(answers.get(i).booleanValue()).as(each.code()).isEqualTo(isValid(each));
    }
    all.assertAll();
  }

  private static boolean isValid(CodeCase each) {
    return each.mark().equals("valid");
  }
}
