package org.portcullis.dissection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.dissection.ArgumentNames.Named;

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
    Named named = names.of(argument.name());
    Optional<ArgumentKind> strong = named.strong();
    if (isProse(named)) {
      return strong;
    }
    if (argument.text().isBlank()) {
      boolean folder = called && FOLDERS.contains(argument.name().plain());
      return folder ? Optional.of(ArgumentKind.FILE) : Optional.empty();
    }
    if (!called) {
      return strong.filter(kind -> kind == ArgumentKind.SQL);
    }
    return strong.isPresent() ? strong(strong.get(), argument) : weak(named.weak(), argument);
  }

  /** Whether the name says that people write to people here. */
  boolean isProse(Argument argument) {
    return isProse(names.of(argument.name()));
  }

  private static boolean isProse(Named named) {
    return named.strong().filter(kind -> kind == ArgumentKind.TEXT).isPresent();
  }

  private static Optional<ArgumentKind> strong(ArgumentKind kind, Argument argument) {
    return switch (kind) {
      case SHELL ->
          EDITOR.contains(argument.text()) ? Optional.empty() : Optional.of(ArgumentKind.SHELL);
      case FILE -> file(argument);
      default -> Optional.of(kind);
    };
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

  private static Optional<ArgumentKind> weak(Set<ArgumentKind> kinds, Argument argument) {
    return kinds.stream().filter(kind -> looksLike(kind, argument)).findFirst();
  }

  private static boolean looksLike(ArgumentKind kind, Argument argument) {
    return switch (kind) {
      case HTTP -> Looks.likeBeginOfUrl(argument.text());
      case FILE -> Looks.likePath(argument);
      case CODE -> Looks.likeCode(argument);
      default -> false;
    };
  }
}
