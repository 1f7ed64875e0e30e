package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.code.Language;
import org.portcullis.json.StrictJson;

/**
 * What must hold of every program, whatever it is: nothing is thrown, the same program says the
 * same twice, what clearly stands beside it is found, and a program in a text that is run does no
 * less than it does by itself.
 */
final class ProgramInvariants {

  private static final Dissection WHOLE = Dissections.standard();

  private ProgramInvariants() {}

  static void python(String text) {
    List<String> names = twice(text, Language.PYTHON);
    calls("__import__('shutil').rmtree('/zz')\n" + text, Language.PYTHON, "rmtree");
    // A cell of IPython may be in another language to its end.
    if (!isOpaque(names) && !text.stripLeading().startsWith("%%")) {
      calls(text + "\n__import__('shutil').rmtree('/zz')", Language.PYTHON, "rmtree");
    }
    runs(text, names, Language.PYTHON, "exec");
  }

  static void javascript(String text) {
    List<String> names = twice(text, Language.JAVASCRIPT);
    calls("require('fs').rmSync('/zz');\n" + text, Language.JAVASCRIPT, "rmSync");
    if (!isOpaque(names)) {
      calls(text + "\n;require('fs').rmSync('/zz');", Language.JAVASCRIPT, "rmSync");
    }
    runs(text, names, Language.JAVASCRIPT, "eval");
  }

  private static List<String> twice(String text, Language language) {
    List<String> names = names(text, language);
    assertThat(names(text, language)).isEqualTo(names).isNotEmpty();
    return names;
  }

  /** The call is found, perhaps as one of something unknown, or there is a doubt. */
  private static void calls(String text, Language language, String member) {
    assertThat(names(text, language))
        .as(text)
        .anyMatch(
            name ->
                (name.startsWith("code:call:") && name.endsWith("." + member)) || isOpaque(name));
  }

  private static void runs(String text, List<String> names, Language language, String callee) {
    String escaped =
        text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
    List<String> inner = names(callee + "('" + escaped + "')", language);
    if (!isOpaque(names) && !isOpaque(inner)) {
      assertThat(inner)
          .as(text)
          .containsAll(names.stream().filter(name -> !name.startsWith("code:run:")).toList());
    }
  }

  private static List<String> names(String text, Language language) {
    Command command =
        Command.of(
            CommandName.of("tool", "execute_code"),
            StrictJson.object().put("code", text).put("language", language.label()),
            "");
    return WHOLE.dissect(command).inner().stream().map(each -> each.name().text()).toList();
  }

  private static boolean isOpaque(List<String> names) {
    return names.stream().anyMatch(ProgramInvariants::isOpaque);
  }

  private static boolean isOpaque(String name) {
    return name.endsWith(":opaque:*");
  }
}
