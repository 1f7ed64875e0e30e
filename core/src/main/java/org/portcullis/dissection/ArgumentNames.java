package org.portcullis.dissection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What names of arguments say about what they hold. A strong name says it whatever the text looks
 * like; behind a weak one the text has to look like it too.
 */
final class ArgumentNames {

  private static final String FILE = "argument-names.tsv";

  private final Map<String, ArgumentKind> strong = new HashMap<>();
  private final Map<String, Set<ArgumentKind>> weak = new HashMap<>();

  /** Ends of names that say it, as in {@code imageUrl}. */
  private static final Set<String> URL_ENDS = Set.of("url", "urls", "uri", "uris");

  private ArgumentNames() {}

  static ArgumentNames standard() {
    ArgumentNames names = new ArgumentNames();
    for (String[] columns : DataFile.read(FILE)) {
      ArgumentKind kind = ArgumentKind.called(columns[0]).orElseThrow();
      for (String name : columns[2].split(" ", -1)) {
        if (columns[1].equals("strong")) {
          names.strong.put(name, kind);
        } else {
          names.weak.computeIfAbsent(name, key -> EnumSet.noneOf(ArgumentKind.class)).add(kind);
        }
      }
    }
    return names;
  }

  /** What a name says. */
  Named of(Name name) {
    return name.said(this::read);
  }

  private Named read(Name name) {
    String plain = name.plain();
    ArgumentKind known = strong.get(plain);
    boolean url =
        known == null && URL_ENDS.stream().anyMatch(plain::endsWith) && endsLikeUrl(name.text());
    return new Named(
        Optional.ofNullable(url ? ArgumentKind.HTTP : known), weak.getOrDefault(plain, Set.of()));
  }

  /**
   * What a name says.
   *
   * @param strong what it says whatever the text looks like
   * @param weak what it says when the text looks like it too
   */
  record Named(Optional<ArgumentKind> strong, Set<ArgumentKind> weak) {}

  private static boolean endsLikeUrl(String name) {
    return Words.of(name).stream().anyMatch(URL_ENDS::contains);
  }
}
