package org.portcullis.dissection;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.portcullis.dissection.manifest.Manifest;

/**
 * What an argument holds by its content alone. Prose that mentions a command, a path or an address
 * is prose: only a text that is one from end to end is evidence. Linear in the text.
 */
final class Evidence {

  /** The beginning of what only a path of a file system has. */
  private static final Pattern ROOTED =
      Pattern.compile(
          "^(/+(\\.{0,2}/+)*((etc|home|root|var|usr|tmp|proc|sys|dev|opt|boot|mnt|srv)(/|$)"
              + "|(bin|sbin|lib|lib64|run|app|workspace|Users|private|Library|System|Applications"
              + "|Volumes)/)"
              + "|~[A-Za-z0-9_.-]*/|\\.\\.[/\\\\]|\\./[^\\s]|[A-Za-z]:\\\\|\\\\\\\\[^\\s\\\\]+\\\\"
              + "|/.*/\\.\\.(/|$))");

  private static final String ROOTS = "/~.\\";
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private Evidence() {}

  /**
   * @param called whether something that runs takes the argument; otherwise only a database could
   */
  static Optional<Recognition> of(String text, boolean called) {
    if (SqlEvidence.beginsLikeSql(text)) {
      return Optional.of(Recognition.of(ArgumentKind.SQL, "content:sql"));
    }
    if (!called) {
      return Optional.empty();
    }
    Optional<String> shell = ShellEvidence.reason(text);
    if (shell.isPresent()) {
      return Optional.of(Recognition.of(ArgumentKind.SHELL, "content:shell, " + shell.get()));
    }
    if (Manifest.isMeant(text)) {
      return Optional.of(Recognition.of(ArgumentKind.CODE, "content:manifest"));
    }
    if (isUrl(text)) {
      return Optional.of(Recognition.of(ArgumentKind.HTTP, "content:url"));
    }
    return isPath(text)
        ? Optional.of(Recognition.of(ArgumentKind.FILE, "content:path"))
        : Optional.empty();
  }

  /** One address and nothing else. Clients drop line ends and tabs in it: they are no blanks. */
  private static boolean isUrl(String text) {
    String bare = text.strip();
    return Looks.likeBeginOfUrl(bare)
        && bare.chars().noneMatch(c -> c == ' ' || Character.isSpaceChar(c));
  }

  /** Cheaper than the pattern, and seldom true. */
  private static boolean mayBePath(String bare) {
    return bare.length() > 1
        && (ROOTS.indexOf(bare.charAt(0)) >= 0 || (bare.charAt(1) == ':' && bare.length() > 2));
  }

  /** One path and nothing else; with blanks only where a name may have them. */
  private static boolean isPath(String text) {
    String bare = text.strip();
    if (!mayBePath(bare)) {
      return false;
    }
    if (bare.indexOf('\n') >= 0 || bare.length() > 4096 || !ROOTED.matcher(bare).find()) {
      return false;
    }
    int blank = Math.max(bare.lastIndexOf(' '), bare.lastIndexOf('\t'));
    String last = bare.substring(blank + 1);
    return blank < 0
        || last.indexOf('/') >= 0
        || last.indexOf('\\') >= 0
        || EXTENSION.matcher(last).find();
  }
}
