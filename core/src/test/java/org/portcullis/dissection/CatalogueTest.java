package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.json.StrictJson;

class CatalogueTest {

  @Test
  void saysOneThingAboutEachArgument() {
    Map<String, String> kinds = new HashMap<>();
    for (String[] columns : DataFile.read("catalogue.tsv")) {
      String argument = (columns[1] + "\t" + columns[2]).toLowerCase(Locale.ROOT);
      assertThat(columns).as(argument).hasSize(4);
      String before = kinds.put(argument, columns[3]);
      assertThat(before).as(argument).isIn(null, columns[3]);
    }
    assertThat(kinds).hasSizeGreaterThan(120);
  }

  @Test
  void isExtendedByOnesOwnLinesWhichCountMore() {
    assertThat(found("read_file", "path", "a", List.of())).containsExactly("file:read:a");
    assertThat(found("read_file", "path", "a", List.of("mine\tRead_File\tPath\ttext"))).isEmpty();
    assertThat(found("x__find", "q", "a", List.of("mine\tfind\tq\tfile:delete")))
        .containsExactly("file:delete:a");
  }

  @Test
  void saysWhichLinesAreWrong() {
    List<String> lines =
        List.of("# x", "", "a\tb\tc\tsql", "a\tb\tc", "a\t\tc\tsql", "a\tb\tc\tfile:x");

    assertThat(Catalogue.read(lines))
        .isInstanceOfSatisfying(
            Catalogue.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .map(fault -> fault.substring(0, 7))
                    .containsExactly("line 4:", "line 5:", "line 6:"));
  }

  private static List<String> found(String tool, String argument, String text, List<String> lines) {
    Catalogue own = ((Catalogue.Reading.Read) Catalogue.read(lines)).catalogue();
    Command command =
        Command.of(CommandName.of("tool", tool), StrictJson.object().put(argument, text), "");
    return Dissections.standard(Catalogue.standard().with(own), new ToolSchemas())
        .dissect(command)
        .inner()
        .stream()
        .map(inner -> inner.name().text())
        .toList();
  }
}
