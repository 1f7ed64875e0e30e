package org.portcullis.dissection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.manifest.Manifest;

/** One walk through a command's arguments, in their order. For use by one thread. */
final class Search {

  /** More sub-commands than this in one command are one opaque one more. */
  private static final int MAX_INNER = 1000;

  /** Texts, and the ways to them, of more than this in one command together are opaque. */
  private static final int MAX_LENGTH = 256 * 1024;

  /** Texts inside texts are looked into so many times. */
  private static final int MAX_WRAPPINGS = 4;

  private static final Recognition MANIFEST = Recognition.of(ArgumentKind.CODE, "content:manifest");
  private static final Recognition OPERATOR = Recognition.of(ArgumentKind.CODE, "content:operator");

  private final Command command;
  private final CommandKinds kinds;
  private final Map<ArgumentKind, Dissector> dissectors;
  private final Deque<Found> open = new ArrayDeque<>();
  private final List<Command> inner;
  private int length;
  private boolean full;

  /**
   * A value that is to be looked at.
   *
   * @param place where it is; inside an unwrapped text, its place there
   * @param at where it, or the outermost text that wraps it, stands in the arguments
   * @param wrappings what was unwrapped on the way, the outermost first
   * @param operator whether it is a key that says what is done
   */
  private record Found(Place place, Place at, List<String> wrappings, boolean operator) {

    Found below(Place below) {
      return new Found(below, wrappings.isEmpty() ? below : at, wrappings, false);
    }

    Found unwrapped(JsonNode node, String wrapping) {
      List<String> more = new ArrayList<>(wrappings);
      more.add(wrapping);
      return new Found(
          new Place(null, Place.UNWRAPPED, place.name(), node), at, List.copyOf(more), false);
    }

    String because(String because) {
      return wrappings.isEmpty() ? because : because + " in " + String.join(" in ", reversed());
    }

    private List<String> reversed() {
      List<String> reversed = new ArrayList<>(wrappings);
      Collections.reverse(reversed);
      return reversed;
    }
  }

  Search(Command command, ArgumentKinds kinds, Map<ArgumentKind, Dissector> dissectors) {
    this.command = command;
    this.kinds = kinds.of(command);
    this.dissectors = dissectors;
    this.inner = new ArrayList<>(command.inner());
  }

  Command run() {
    Place root = new Place(null, "", new Name(""), command.arguments());
    open.push(new Found(root, root, List.of(), false));
    while (!open.isEmpty() && !full) {
      visit(open.pop());
    }
    return inner.isEmpty() ? command : command.withInner(inner);
  }

  private void visit(Found found) {
    JsonNode node = found.place().node();
    if (node.isTextual()) {
      visitText(found, node.textValue());
      return;
    }
    if (node.isArray()) {
      Optional<List<String>> argv = Argv.of(node);
      if (argv.isPresent() && visitArgv(found, argv.get())) {
        return;
      }
    }
    if (!node.isArray() && !node.isNull()) {
      visitRecipient(found);
    }
    if (Manifest.isMeant(node)) {
      Argument argument = argument(found, "");
      add(
          found,
          argument,
          MANIFEST,
          0,
          dissector -> CodeDissector.resources(argument, List.of(Manifest.of(node))));
    }
    List<Place> below = found.place().below();
    for (int i = below.size() - 1; i >= 0; i--) {
      open.push(found.below(below.get(i)));
      if (node.isObject()) {
        visitKey(found, below.get(i));
      }
    }
  }

  /** A number may be an id; an object says it in its own words, which nobody knows here. */
  private void visitRecipient(Found found) {
    Argument argument = argument(found, found.place().node().asText());
    if (!kinds.isRecipient(argument)) {
      return;
    }
    if (found.place().node().isNumber()) {
      visitText(found, argument.text());
    } else {
      addOpaque(argument, ArgumentKind.RECIPIENT, found.because("settings"));
    }
  }

  /** A key may be data too: a path, with the file's content behind it. */
  private void visitKey(Found holder, Place value) {
    boolean operator = CodeDissector.isOperator(value.step());
    if (operator || !Words.isPlainKey(value.step())) {
      Place key = value.asKey(TextNode.valueOf(value.step()));
      open.push(new Found(key, holder.below(key).at(), holder.wrappings(), operator));
    }
  }

  private void visitText(Found found, String text) {
    Argument argument = argument(found, text);
    Optional<Recognition> recognition =
        found.operator() ? Optional.of(OPERATOR) : kinds.of(argument);
    if (recognition.isEmpty()) {
      unwrap(found, argument);
    } else if (recognition.get().kind() != ArgumentKind.TEXT) {
      Recognition known = recognition.get();
      Argument whole = argument.withAccess(known.access());
      add(found, whole, known, text.length(), dissector -> dissector.dissect(whole));
    }
  }

  /** Whether the list is one program and its arguments. */
  private boolean visitArgv(Found found, List<String> argv) {
    Argument argument = argument(found, "");
    Optional<Recognition> recognition = kinds.ofArgv(argument, argv);
    if (recognition.isEmpty()) {
      return false;
    }
    List<String> program = Argv.withProgram(argument, argv);
    Argument whole = argument.withText(String.join(" ", program));
    add(
        found,
        whole,
        recognition.get(),
        whole.text().length(),
        dissector -> dissector.dissectArgv(whole, program));
    return true;
  }

  private Argument argument(Found found, String text) {
    return new Argument(command, found.place(), found.at(), text, Set.of());
  }

  private void unwrap(Found found, Argument argument) {
    Wrapping wrapping = Wrapping.of(argument.text());
    boolean tooDeep = found.wrappings().size() >= MAX_WRAPPINGS;
    if (wrapping instanceof Wrapping.Unreadable unreadable) {
      addOpaque(argument, ArgumentKind.CODE, found.because("content:" + unreadable.how()));
    } else if (!(wrapping instanceof Wrapping.None) && tooDeep) {
      addOpaque(argument, ArgumentKind.CODE, found.because("content:wrapped too often"));
    } else if (wrapping instanceof Wrapping.Json json) {
      open.push(found.unwrapped(json.node(), "json"));
    } else if (wrapping instanceof Wrapping.Text text) {
      open.push(found.unwrapped(TextNode.valueOf(text.text()), text.how()));
    }
  }

  private void add(
      Found found,
      Argument argument,
      Recognition recognition,
      int textLength,
      Function<Dissector, List<Command>> dissection) {
    String because = found.because(recognition.because());
    length += textLength + argument.at().length();
    if (length > MAX_LENGTH || inner.size() >= MAX_INNER) {
      full = true;
      addOpaque(argument, recognition.kind(), because);
      return;
    }
    Dissector dissector = dissectors.get(recognition.kind());
    if (dissector == null) {
      addOpaque(argument, recognition.kind(), because);
      return;
    }
    List<Command> commands = dissection.apply(dissector);
    int room = Math.min(commands.size(), MAX_INNER - inner.size());
    commands.subList(0, room).forEach(each -> inner.add(each.because(because)));
    if (room < commands.size()) {
      full = true;
      addOpaque(argument, recognition.kind(), because);
    }
  }

  private void addOpaque(Argument argument, ArgumentKind kind, String because) {
    inner.add(
        Command.of(CommandName.opaque(kind.label()), command.arguments(), argument.wholePointer())
            .because(because));
  }
}
