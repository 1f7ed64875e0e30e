package org.portcullis.dissection;

import com.google.re2j.Pattern;
import java.util.Collections;
import java.util.Set;

/** How texts look whose names say a little, but not enough. Linear in the text. */
final class Looks {

  /** Longer texts are looked at by their beginning. */
  private static final int MAX_LOOKED_AT = 4096;

  private static final Pattern JSON_PATH = Pattern.compile("^\\$([.\\[][^/\\\\]*)?$");
  private static final Pattern URL =
      Pattern.compile(
          "(?i)^(https?|wss?|ftps?|sftp|tftp|file|gopher|dict|ldaps?|jar|netdoc|smb|view-source)"
              + "[\\t\\r\\n]*:[\\t\\r\\n]*[/\\\\]");
  private static final Pattern PATH =
      Pattern.compile("^(/.|~|\\.{1,2}([/\\\\]|$)|[A-Za-z]:[/\\\\]|\\\\\\\\)");
  private static final Pattern NESTED_FILE = Pattern.compile("^[^\\s:]+/[^\\s:/]+\\.[A-Za-z0-9]+$");
  private static final Pattern CODE =
      Pattern.compile(
          "[(){};=\\n\\[\\]]|^\\s*(import|from|print|return|require|await|const|let|var|def|class"
              + "|function|async|del|exec|raise|throw)\\b");

  private static final Set<String> FILE_TOOLS =
      Set.of("file", "files", "filesystem", "fs", "dir", "directory", "folder");

  /** What tools for files call the files that they work on. */
  private static final Set<String> IN_FILE_TOOLS =
      Set.of(
          "file",
          "files",
          "folder",
          "folders",
          "dir",
          "source",
          "src",
          "destination",
          "dest",
          "dst",
          "from",
          "to");

  private static final Set<String> CODE_TOOLS =
      Set.of(
          "run",
          "exec",
          "execute",
          "eval",
          "evaluate",
          "code",
          "python",
          "javascript",
          "js",
          "node",
          "browser",
          "sandbox",
          "interpreter",
          "script",
          "repl",
          "notebook",
          "cell");

  private static final Pattern READ_LANGUAGE =
      Pattern.compile(
          "(?m)^\\s*(import\\s+[\\w.{*]|from\\s+[\\w.]+\\s+import\\b|def\\s+\\w+\\s*\\(|print\\s*\\("
              + "|(export|const|let|var)\\s+[\\w{\\[]|(async\\s+)?function\\b|await\\s)"
              + "|=>|\\bconsole\\.\\w+\\(|\\bdocument\\.|\\brequire\\(|\\bpage\\.");

  private Looks() {}

  /** Whether a program is surely in Python or JavaScript, not in a language that looks like it. */
  static boolean likeReadLanguage(String text) {
    return READ_LANGUAGE.matcher(begin(text)).find();
  }

  /** {@code $.a.b}: a place in a JSON document. */
  static boolean likeJsonPath(String text) {
    return JSON_PATH.matches(begin(text));
  }

  static boolean likeBeginOfUrl(String text) {
    return text.indexOf(':') >= 0 && URL.matcher(begin(text.strip())).find();
  }

  static boolean likePath(Argument argument) {
    String text = argument.text();
    if (text.indexOf('\n') >= 0 || likeBeginOfUrl(text)) {
      return false;
    }
    String begin = begin(text.strip());
    return PATH.matcher(begin).find()
        || NESTED_FILE.matches(begin)
        || (IN_FILE_TOOLS.contains(argument.name().plain())
            && !Collections.disjoint(argument.toolWords(), FILE_TOOLS));
  }

  static boolean likeCode(Argument argument) {
    return !Collections.disjoint(argument.toolWords(), CODE_TOOLS)
        || CODE.matcher(begin(argument.text())).find();
  }

  private static String begin(String text) {
    return text.substring(0, Math.min(text.length(), MAX_LOOKED_AT));
  }
}
