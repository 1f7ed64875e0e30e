package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

class ShellDissectorTest {

  private final Dissection dissection = Dissections.standard();

  @Test
  void givesACommandItsLineAndItsWords() {
    Command found = inner(StrictJson.object().put("command", "sudo rm -rf '/a b' &")).get(1);
    assertThat(found.name().text()).isEqualTo("shell:rm:/a b");
    assertThat(found.arguments())
        .isEqualTo(
            value(
                "{\"line\":\"sudo rm -rf '/a b'\",\"argv\":[\"rm\",\"-rf\",\"/a b\"],"
                    + "\"background\":true}"));
    assertThat(found.pointer()).isEqualTo("/command");
    assertThat(found.because()).isEqualTo("name");
  }

  @Test
  void saysWhySomethingIsOpaque() {
    Command found = inner(StrictJson.object().put("command", "$X /")).get(0);
    assertThat(found.name()).isEqualTo(CommandName.opaque("shell"));
    assertThat(found.arguments().path("reason").textValue()).isEqualTo("variable");
  }

  @Test
  void sharesTheArgumentsOfOneLine() {
    List<Command> found = inner(StrictJson.object().put("command", "rm a b"));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).arguments()).isSameAs(found.get(1).arguments());
  }

  @Test
  void takesAListForOneCommand() {
    ObjectNode arguments = StrictJson.object();
    arguments.putArray("command").add("sh").add("-c").add("rm /x; ls");
    assertThat(inner(arguments))
        .extracting(command -> command.name().text())
        .containsExactly("shell:sh:-c", "shell:rm:/x", "shell:ls:-");
  }

  @Test
  void knowsAShellLineByHowItBegins() {
    Command found = inner(StrictJson.object().put("thing", "rm -rf /x")).get(0);
    assertThat(found.name().text()).isEqualTo("shell:rm:/x");
    assertThat(found.because()).isEqualTo("content:shell, a program and an option or a path");
    assertThat(inner(StrictJson.object().put("thing", "rm the old one"))).isEmpty();
    assertThat(inner(StrictJson.object().put("message", "rm -rf /x"))).isEmpty();
  }

  private List<Command> inner(ObjectNode arguments) {
    return dissection.dissect(Command.of(CommandName.of("tool", "any"), arguments, "")).inner();
  }

  private static Object value(String json) {
    return ((StrictJson.Reading.Value) StrictJson.read(json)).node();
  }
}
