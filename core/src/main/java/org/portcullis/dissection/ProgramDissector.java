package org.portcullis.dissection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.Languages.Spoken;
import org.portcullis.dissection.code.CodeFinding;
import org.portcullis.dissection.code.CodeReader;
import org.portcullis.dissection.code.Language;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.json.StrictJson;

/**
 * Programs: {@code code:import:NAME}, {@code code:call:NAME}, {@code code:read:NAME} and {@code
 * code:write:NAME} for what they use by name, {@code code:run:LANGUAGE} for one that uses nothing,
 * and the commands in what they hand to a shell, a database, the web or the file system. What
 * cannot be told is {@code code:opaque:*} with a {@code reason}.
 */
final class ProgramDissector implements Dissector {

  private static final String KIND = ArgumentKind.CODE.label();
  private static final String RUN = "run";

  private final CodeReader reader =
      new CodeReader(DataFile.read("code-names.tsv"), DataFile.read("code-calls.tsv"));
  private final Languages languages = Languages.standard();
  private final Handing handing;
  private final Map<ArgumentKind, Dissector> others;

  /**
   * @param others what reads the texts of other kinds
   */
  ProgramDissector(Map<ArgumentKind, Dissector> others) {
    this.others = Map.copyOf(others);
    this.handing = new Handing(this.others);
  }

  @Override
  public List<Command> dissect(Argument argument) {
    Optional<Spoken> spoken = languages.of(argument);
    if (spoken.isEmpty()) {
      return guessed(argument);
    }
    Dissector other = spoken.get().kind().map(others::get).orElse(null);
    if (other != null) {
      return other.dissect(argument);
    }
    return spoken
        .get()
        .language()
        .map(language -> known(argument, language, spoken.get().dialect()))
        .orElseGet(() -> List.of(opaque(argument, "", Doubt.LANGUAGE)));
  }

  private List<Command> known(Argument argument, Language language, boolean dialect) {
    Set<Command> commands = new LinkedHashSet<>();
    Optional<List<CodeFinding>> findings = reader.read(argument.text(), language);
    if (findings.isEmpty()) {
      commands.add(opaque(argument, language.label(), Doubt.SYNTAX));
    } else {
      commands.addAll(commands(argument, language, findings.get()));
    }
    if (dialect) {
      commands.add(opaque(argument, language.label(), Doubt.DIALECT));
    }
    return List.copyOf(commands);
  }

  /** Every language that it may be in counts. */
  private List<Command> guessed(Argument argument) {
    Set<Command> commands = new LinkedHashSet<>();
    for (Language language : Language.values()) {
      reader
          .read(argument.text(), language)
          .ifPresent(findings -> commands.addAll(commands(argument, language, findings)));
    }
    Dissector shell = others.get(ArgumentKind.SHELL);
    if (shell != null && ShellEvidence.beginsLikeShell(argument.text())) {
      commands.addAll(shell.dissect(argument));
    }
    if (commands.isEmpty() || !Looks.likeReadLanguage(argument.text())) {
      commands.add(opaque(argument, "", Doubt.LANGUAGE));
    }
    return List.copyOf(commands);
  }

  private List<Command> commands(Argument argument, Language language, List<CodeFinding> findings) {
    List<Command> commands = new ArrayList<>();
    for (CodeFinding finding : findings) {
      if (finding instanceof CodeFinding.Use use) {
        commands.add(use(argument, language, use));
      } else if (finding instanceof CodeFinding.Opaque unknown) {
        commands.add(opaque(argument, language.label(), unknown.doubt()));
      } else if (finding instanceof CodeFinding.Handed handed) {
        commands.addAll(handing.dissect(argument, handed));
      }
    }
    if (commands.isEmpty()) {
      CommandName name = CommandName.of(KIND, RUN, language.label());
      commands.add(Command.of(name, arguments(language.label()), argument.wholePointer()));
    }
    return commands;
  }

  private static Command use(Argument argument, Language language, CodeFinding.Use use) {
    String name = String.join(":", KIND, use.verb(), use.name());
    if (!CommandName.isValid(name)) {
      return opaque(argument, language.label(), Doubt.NAME);
    }
    ObjectNode arguments = arguments(language.label()).put("callee", use.name());
    ArrayNode given = arguments.putArray("arguments");
    for (Optional<String> each : use.arguments()) {
      given.add(each.orElse(null));
    }
    return Command.of(new CommandName(name), arguments, argument.wholePointer());
  }

  private static Command opaque(Argument argument, String language, Doubt doubt) {
    ObjectNode arguments = arguments(language).put("code", argument.text());
    arguments.put("reason", doubt.label());
    return Command.of(CommandName.opaque(KIND), arguments, argument.wholePointer());
  }

  private static ObjectNode arguments(String language) {
    return StrictJson.object().put("language", language);
  }
}
