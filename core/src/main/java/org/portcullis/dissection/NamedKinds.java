package org.portcullis.dissection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an argument holds by its name, and where the name alone is weak, by its look as well. */
final class NamedKinds {

  private static final Set<String> HTTP_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Under a name for commands, these words choose what an editor or a memory does. */
  private static final Set<String> EDITOR =
      Set.of("view", "create", "str_replace", "insert", "undo_edit", "delete", "rename");

  /** An empty text under these names is the folder that the server runs in. */
  private static final Set<String> FOLDERS = Set.of("path", "directory", "dir");

  private final ArgumentNames names;

  NamedKinds(ArgumentNames names) {
    this.names = names;
  }

  /**
   * @param called whether something that runs takes the argument; otherwise only a database could
   */
  Optional<ArgumentKind> of(Argument argument, boolean called) {
    if (isProse(argument)) {
      return Optional.of(ArgumentKind.TEXT);
    }
    if (argument.text().isBlank()) {
      boolean folder = called && FOLDERS.contains(Words.plain(argument.name()));
      return folder ? Optional.of(ArgumentKind.FILE) : Optional.empty();
    }
    if (names.isStrong(ArgumentKind.SQL, argument.name())) {
      return Optional.of(ArgumentKind.SQL);
    }
    if (!called) {
      return Optional.empty();
    }
    Optional<ArgumentKind> strong = strong(argument);
    return strong.isPresent() ? strong : weak(argument);
  }

  /** Whether the name says that people write to people here. */
  boolean isProse(Argument argument) {
    return names.isStrong(ArgumentKind.TEXT, argument.name());
  }

  private Optional<ArgumentKind> strong(Argument argument) {
    String name = argument.name();
    if (names.isStrong(ArgumentKind.SHELL, name)) {
      boolean chosen = EDITOR.contains(argument.text());
      return chosen ? Optional.empty() : Optional.of(ArgumentKind.SHELL);
    }
    if (names.isStrong(ArgumentKind.HTTP, name)) {
      return Optional.of(ArgumentKind.HTTP);
    }
    if (names.isStrong(ArgumentKind.FILE, name)) {
      return file(argument);
    }
    return names.isStrong(ArgumentKind.CODE, name)
        ? Optional.of(ArgumentKind.CODE)
        : Optional.empty();
  }

  private static Optional<ArgumentKind> file(Argument argument) {
    if (Looks.likeJsonPath(argument.text())) {
      return Optional.empty();
    }
    boolean requested =
        argument.text().startsWith("/")
            && argument
                .neighborText(List.of("method", "httpMethod", "http_method"))
                .filter(method -> HTTP_METHODS.contains(method.toUpperCase(Locale.ROOT)))
                .isPresent();
    return Optional.of(requested ? ArgumentKind.HTTP : ArgumentKind.FILE);
  }

  private Optional<ArgumentKind> weak(Argument argument) {
    String name = argument.name();
    if (names.isWeak(ArgumentKind.HTTP, name) && Looks.likeBeginOfUrl(argument.text())) {
      return Optional.of(ArgumentKind.HTTP);
    }
    if (names.isWeak(ArgumentKind.FILE, name) && Looks.likePath(argument)) {
      return Optional.of(ArgumentKind.FILE);
    }
    return names.isWeak(ArgumentKind.CODE, name) && Looks.likeCode(argument)
        ? Optional.of(ArgumentKind.CODE)
        : Optional.empty();
  }
}
