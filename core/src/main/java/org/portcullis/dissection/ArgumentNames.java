package org.portcullis.dissection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
      ArgumentKind kind = ArgumentKind.labelled(columns[0]).orElseThrow();
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

  /** Whether a name says this whatever the text looks like. */
  boolean isStrong(ArgumentKind kind, String name) {
    String plain = Words.plain(name);
    if (strong.get(plain) == kind) {
      return true;
    }
    return kind == ArgumentKind.HTTP && !strong.containsKey(plain) && endsLikeUrl(name);
  }

  /** Whether a name says this when the text looks like it too. */
  boolean isWeak(ArgumentKind kind, String name) {
    return weak.getOrDefault(Words.plain(name), Set.of()).contains(kind);
  }

  private static boolean endsLikeUrl(String name) {
    Set<String> words = new HashSet<>(Words.of(name));
    words.retainAll(URL_ENDS);
    return !words.isEmpty();
  }
}
