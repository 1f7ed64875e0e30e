package org.portcullis.policy.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds a tree from YAML 1.2 with the places of everything. It works on the parser's events, so
 * that a hostile document is turned away before it is built: one document, no tags, no anchors, no
 * aliases, bounded depth and size.
 */
final class YamlTree {

  private static final int MAX_DEPTH = 16;

  private final int maxCodePoints;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable YamlNode root;

  private YamlTree(int maxCodePoints) {
    this.maxCodePoints = maxCodePoints;
  }

  /** What building came to. */
  sealed interface Built {

    /** The document; empty when it says nothing. */
    record Tree(Optional<YamlNode> root) implements Built {}

    /** The first place where the text is no YAML that is accepted here. */
    record Broken(PolicyFault fault) implements Built {}
  }

  static Built of(String text, int maxCodePoints) {
    return new YamlTree(maxCodePoints).build(text);
  }

  private Built build(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel("policy").setCodePointLimit(maxCodePoints).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      while (events.hasNext()) {
        Optional<PolicyFault> fault = take(events.next());
        if (fault.isPresent()) {
          return new Built.Broken(fault.get());
        }
      }
      return new Built.Tree(Optional.ofNullable(root));
    } catch (MarkedYamlEngineException e) {
      return new Built.Broken(syntax(e));
    } catch (YamlEngineException e) {
      return new Built.Broken(new PolicyFault(1, 1, "", "cannot be read as YAML"));
    }
  }

  private static PolicyFault syntax(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    String problem = e.getProblem() == null ? String.valueOf(e.getContext()) : e.getProblem();
    return new PolicyFault(
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1,
        "",
        "not YAML: " + problem);
  }

  private Optional<PolicyFault> take(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return fault(event, "anchors and aliases are not accepted (expected: the value itself)");
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> add(event, open.pop().close());
      case DocumentStart ->
          root == null ? Optional.empty() : fault(event, "a second document (expected: one)");
      default -> Optional.empty();
    };
  }

  private Optional<PolicyFault> scalar(ScalarEvent event) {
    if (event.getTag().isPresent()) {
      return tagged(event);
    }
    int line = line(event);
    int start = column(event);
    int width = event.getEndMark().map(Mark::getColumn).orElse(0) + 1 - start;
    int quotes = event.isPlain() ? 0 : 2;
    String value = event.getValue();
    boolean oneLine = event.getEndMark().map(Mark::getLine).orElse(-1) == line - 1;
    boolean verbatim =
        oneLine
            && (event.isPlain() || event.isSQuoted() || event.isDQuoted())
            && width - quotes == value.codePointCount(0, value.length());
    return add(event, new YamlNode.Scalar(value, event.isPlain(), verbatim, line, start));
  }

  private Optional<PolicyFault> start(CollectionStartEvent event) {
    if (event.getTag().isPresent()) {
      return tagged(event);
    }
    if (open.size() >= MAX_DEPTH) {
      return fault(event, "nested too deeply (expected: at most " + MAX_DEPTH + " levels)");
    }
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    open.push(new Open(mapping, line(event), column(event)));
    return Optional.empty();
  }

  private Optional<PolicyFault> add(Event event, YamlNode node) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
      return Optional.empty();
    }
    return parent.add(node) ? Optional.empty() : fault(event, "a key that is not a single value");
  }

  private static Optional<PolicyFault> tagged(Event event) {
    return fault(event, "tags are not accepted (expected: a plain value)");
  }

  private static Optional<PolicyFault> fault(Event event, String message) {
    return Optional.of(new PolicyFault(line(event), column(event), "", message));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  /** A list or mapping whose end is still to come. */
  private static final class Open {

    private final boolean mapping;
    private final int line;
    private final int column;
    private final List<YamlNode> elements = new ArrayList<>();
    private final List<YamlNode.Entry> entries = new ArrayList<>();
    private YamlNode.@Nullable Scalar key;

    Open(boolean mapping, int line, int column) {
      this.mapping = mapping;
      this.line = line;
      this.column = column;
    }

    /** Returns false for a key that is a list or a mapping itself. */
    boolean add(YamlNode node) {
      if (!mapping) {
        elements.add(node);
        return true;
      }
      if (key != null) {
        entries.add(new YamlNode.Entry(key, node));
        key = null;
        return true;
      }
      key = node instanceof YamlNode.Scalar scalar ? scalar : null;
      return key != null;
    }

    YamlNode close() {
      return mapping
          ? new YamlNode.Mapping(List.copyOf(entries), line, column)
          : new YamlNode.Sequence(List.copyOf(elements), line, column);
    }
  }
}
