package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names spell the program that a command's first word starts. */
final class ProgramName {

  private static final Pattern PLAIN =
      Pattern.compile("^(\\[|[.:]|[A-Za-z0-9_+@][A-Za-z0-9_.+@~%-]*)$");
  private static final Pattern PATH = Pattern.compile("^[A-Za-z0-9_.+@~%/-]+$");

  private static final Pattern FLAVOR =
      Pattern.compile(
          "([.-][0-9][0-9.]*|[0-9]+([.][0-9]+)+|[.-](basic|tiny|nox|gtk3|openbsd|traditional|static))+$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+$");
  private static final Set<String> INTERPRETERS = ResourceLists.words("interpreters.txt");

  private static final Pattern LOADER =
      Pattern.compile("^(ld(64)?-[a-z0-9_.-]*\\.so|ld\\.so|rtld)");

  /** Where systems keep the programs that their names promise. */
  private static final Set<String> USUAL =
      Set.of(
          "/bin",
          "/sbin",
          "/usr/bin",
          "/usr/sbin",
          "/usr/local/bin",
          "/usr/local/sbin",
          "/opt/homebrew/bin",
          "/snap/bin");

  private ProgramName() {}

  /**
   * Its base name in lower case, because some systems do not tell case apart. A program at an
   * unusual place has its path as one more name: it may be anything. Empty when the word cannot be
   * a name; the colon is {@code true} and the bracket {@code test}, which do the same.
   */
  static List<String> of(String word) {
    String clean = Paths.clean(word);
    int slash = word.lastIndexOf('/');
    String own = word.substring(slash + 1);
    if (!PLAIN.matcher(own).find() || (slash >= 0 && !PATH.matcher(word).find())) {
      return List.of();
    }
    String base = base(own);
    int cleanSlash = Math.max(0, clean.lastIndexOf('/'));
    boolean usual = slash < 0 || USUAL.contains(clean.substring(0, cleanSlash));
    String path = clean.indexOf('/') < 0 ? "./" + clean : clean;
    return usual ? List.of(base) : List.of(base, path);
  }

  /** The same program without its version or flavor: {@code python3.11}, {@code vim.basic}. */
  static String family(String name) {
    if (LOADER.matcher(name).find()) {
      return "ld.so";
    }
    String plain = FLAVOR.matcher(name).replaceFirst("");
    String unnumbered = NUMBER.matcher(plain).replaceFirst("");
    return INTERPRETERS.contains(unnumbered) ? unnumbered : plain;
  }

  private static String base(String name) {
    if (name.equals(":") || name.equals("[")) {
      return name.equals(":") ? "true" : "test";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
  }
}
