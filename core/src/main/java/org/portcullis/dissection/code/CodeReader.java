package org.portcullis.dissection.code;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.dissection.code.python.PythonProgram;
import org.portcullis.dissection.code.script.ScriptProgram;
import org.portcullis.dissection.code.tree.Doubt;
import org.portcullis.dissection.code.tree.Node;
import org.portcullis.dissection.code.tree.Unreadable;

/**
 * Finds what a program uses by name. Nothing is run and nothing is looked up: what a name stands
 * for is told from imports and from variables that are bound once. Safe for use by many threads;
 * never throws; linear in the text.
 */
public final class CodeReader {

  /** Longer texts are opaque. */
  static final int MAX_LENGTH = 64 * 1024;

  /** Programs inside programs are read so deep. */
  private static final int MAX_INNER = 5;

  private final Map<Language, Names> names = new EnumMap<>(Language.class);
  private final Map<Language, SinkTable> sinks = new EnumMap<>(Language.class);

  /**
   * @param names lines of language, what the names are, and names between blanks
   * @param calls lines of language, callees between blanks, parameter, and what is done with it
   */
  public CodeReader(List<String[]> names, List<String[]> calls) {
    for (Language language : Language.values()) {
      this.names.put(language, Names.of(names, language));
      this.sinks.put(language, SinkTable.of(calls, language));
    }
  }

  /** Everything that a program does, in its order; empty when it is no program of the language. */
  public Optional<List<CodeFinding>> read(String text, Language language) {
    Findings findings = new Findings();
    Optional<Doubt> doubt = new Reading(language, findings).read(text, 0);
    doubt.filter(known -> known != Doubt.SYNTAX).ifPresent(findings::doubt);
    return doubt.filter(known -> known == Doubt.SYNTAX).isPresent()
        ? Optional.empty()
        : Optional.of(findings.all());
  }

  /** The reading of one program, with those that stand in its texts. */
  private final class Reading {

    private final Language language;
    private final Findings findings;
    private int length;

    Reading(Language language, Findings findings) {
      this.language = language;
      this.findings = findings;
    }

    /** What is wrong with it as a whole. */
    Optional<Doubt> read(String text, int depth) {
      length += text.length();
      if (depth > MAX_INNER || length > MAX_LENGTH) {
        return Optional.of(Doubt.LIMIT);
      }
      try {
        walk(text, depth);
        return Optional.empty();
      } catch (Unreadable e) {
        return Optional.of(e.doubt());
      }
    }

    private void walk(String text, int depth) {
      Names known = requireNonNull(names.get(language));
      SinkTable table = requireNonNull(sinks.get(language));
      Node.Block program = new Node.Block(List.copyOf(parts(text)));
      Declarations declared = Declarations.of(program, language, known);
      Sinks handing =
          new Sinks(table, findings, inner -> read(inner, depth + 1).ifPresent(findings::doubt));
      new Walk(known, declared, handing, findings).program(program);
    }

    private List<Node> parts(String text) {
      return switch (language) {
        case PYTHON -> PythonProgram.read(text);
        case JAVASCRIPT -> ScriptProgram.read(text);
      };
    }
  }
}
