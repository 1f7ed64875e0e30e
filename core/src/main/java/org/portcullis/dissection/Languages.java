package org.portcullis.dissection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.dissection.code.Language;

/** In which language a piece of code is, by what stands beside it and by names. */
final class Languages {

  private static final String FILE = "code-languages.tsv";
  private static final List<String> HINTS =
      List.of("language", "lang", "kernel", "runtime", "interpreter", "syntax");

  private final Map<String, Spoken> said = new HashMap<>();
  private final Map<String, Spoken> words = new HashMap<>();

  /**
   * What is said about a language.
   *
   * @param language the one that is read; empty for one that is not
   * @param kind what else the text is: {@code shell}, {@code sql}; empty for code
   * @param dialect whether it is only nearly that language
   */
  record Spoken(Optional<Language> language, Optional<ArgumentKind> kind, boolean dialect) {

    static final Spoken NOT_READ = new Spoken(Optional.empty(), Optional.empty(), false);
  }

  private Languages() {}

  static Languages standard() {
    Languages languages = new Languages();
    for (String[] row : DataFile.read(FILE)) {
      Map<String, Spoken> into = row[0].equals("said") ? languages.said : languages.words;
      for (String word : row[2].split(" ", -1)) {
        into.put(word, spoken(row[1]));
      }
    }
    return languages;
  }

  private static Spoken spoken(String what) {
    return switch (what) {
      case "python" -> new Spoken(Optional.of(Language.PYTHON), Optional.empty(), false);
      case "javascript" -> new Spoken(Optional.of(Language.JAVASCRIPT), Optional.empty(), false);
      case "typescript" -> new Spoken(Optional.of(Language.JAVASCRIPT), Optional.empty(), true);
      default -> new Spoken(Optional.empty(), ArgumentKind.called(what), false);
    };
  }

  /** What is said beside it; otherwise what names say; empty when nothing does. */
  Optional<Spoken> of(Argument argument) {
    Optional<String> hint = argument.neighborText(HINTS);
    if (hint.isPresent()) {
      return Optional.of(said.getOrDefault(Words.plain(shortened(hint.get())), Spoken.NOT_READ));
    }
    Optional<Spoken> named = named(Words.of(argument.name().text()));
    return named.isPresent() ? named : named(argument.toolWords());
  }

  /** Nothing when they say two. */
  private Optional<Spoken> named(Set<String> names) {
    EnumSet<Language> found = EnumSet.noneOf(Language.class);
    Optional<Spoken> one = Optional.empty();
    for (String name : names) {
      Spoken spoken = words.get(name);
      if (spoken != null) {
        spoken.language().ifPresent(found::add);
        one = one.isPresent() && spoken.language().isEmpty() ? one : Optional.of(spoken);
      }
    }
    return found.size() > 1 ? Optional.empty() : one;
  }

  private static String shortened(String hint) {
    return hint.substring(0, Math.min(40, hint.length()));
  }
}
