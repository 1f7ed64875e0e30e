package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.dissection.file.FilePath;
import org.portcullis.dissection.http.WebAddress;
import org.portcullis.json.StrictJson;

/**
 * What must hold of every text, whatever it is: nothing is thrown, the same text says the same
 * twice, and what clearly stands beside it is found or something is opaque.
 */
final class Invariants {

  /** Between the words of an array of arguments. */
  static final String SEPARATOR = "\u001f";

  private static final Command TOOL =
      Command.of(CommandName.of("tool", "anything"), StrictJson.object(), "");

  /** Among arguments, these may mean that a shell reads them after all, and not as before. */
  private static final Pattern OPERATORS = Pattern.compile("[|&;<>()]");

  /** Of PowerShell, where a backslash is one; sh takes it for a quote. */
  private static final Pattern CMDLET = Pattern.compile("(?i)^\\s*[a-z]+-[a-z]+\\b.*\\\\");

  private static final String KEY = "text";

  private static final SqlDissector SQL = new SqlDissector();
  private static final ShellDissector SHELL = new ShellDissector();
  private static final FileDissector FILES = new FileDissector();
  private static final HttpDissector ADDRESSES = new HttpDissector(FILES);
  private static final Dissection WHOLE = Dissections.standard();

  private Invariants() {}

  /** A statement behind a text runs, unless the text says that it is no text of SQL. */
  static void sql(String text) {
    List<String> names = names(SQL, text);
    assertThat(names(new SqlDissector(), text)).isEqualTo(names);
    if (!isOpaque(names)) {
      findsOrDoubts(names(SQL, text + "\n;\nDROP TABLE zz"), "sql:drop:zz");
    }
    findsOrDoubts(names(SQL, "DROP TABLE zz;\n" + text), "sql:drop:zz");
  }

  /** A line before or behind a text runs; another shell does with the text no less. */
  static void shell(String text) {
    List<String> names = names(SHELL, text);
    assertThat(names(SHELL, text)).isEqualTo(names);
    if (!isOpaque(names) && !text.contains("zq") && !text.endsWith("\\")) {
      findsOrDoubts(names(SHELL, text + "\nzq /zz"), "shell:zq:/zz");
    }
    findsOrDoubts(names(SHELL, "zq /zz\n" + text), "shell:zq:/zz");
    List<String> inner = names(SHELL, "sh -c -- '" + text.replace("'", "'\\''") + "'");
    if (!isOpaque(names) && !isOpaque(inner) && !CMDLET.matcher(text).find()) {
      assertThat(inner).containsAll(names);
    }
  }

  /** What a program starts is found, however it is handed over. */
  static void argv(String text) {
    List<String> words = Arrays.asList(text.split(SEPARATOR, -1));
    List<String> names = argvNames(words);
    assertThat(argvNames(words)).isEqualTo(names);
    assertThat(names).isNotEmpty();
    List<String> inner = argvNames(with(List.of("env"), words));
    boolean plain = !OPERATORS.matcher(text).find();
    if (plain && isProgram(words.get(0)) && !isOpaque(inner)) {
      assertThat(inner).containsAll(names);
    }
  }

  private static boolean isProgram(String word) {
    return !word.isEmpty() && !word.startsWith("-") && word.indexOf('=') < 0;
  }

  /** All spellings of a path are one. */
  static void path(String text) {
    assertThat(names(FILES, text)).isEqualTo(names(FILES, text)).isNotEmpty();
    Optional<FilePath> path = FilePath.read(text);
    if (path.isEmpty()) {
      return;
    }
    String name = path.get().text();
    assertThat(name.replaceFirst("^(~[^/]*/)?(\\.\\./)*", "")).doesNotContain("/../", "/./");
    if (!name.startsWith("//")) {
      same(name, name);
    }
    boolean plain = name.startsWith("/") && !name.startsWith("//") && name.indexOf('\\') < 0;
    if (plain && text.startsWith("/")) {
      for (String slash : List.of("//", "/./", "/zz/../", "/zz/.././")) {
        same(text.replace("/", slash), name);
      }
      // Behind file:/// a drive may stand.
      if (!name.startsWith(":", 2)) {
        same("file://" + percentCoded(name), name);
      }
      same("/.." + text, name);
    }
  }

  private static void same(String spelling, String name) {
    assertThat(FilePath.read(spelling).map(FilePath::text).orElse(name))
        .as(spelling)
        .isEqualTo(name);
  }

  /** Host and path have one spelling each, and reading that changes nothing. */
  static void url(String text) {
    assertThat(names(ADDRESSES, text)).isEqualTo(names(ADDRESSES, text)).isNotEmpty();
    if (!(WebAddress.read(text) instanceof WebAddress.Reading.Read read)) {
      return;
    }
    WebAddress address = read.address();
    assertThat(address.host())
        .isNotEmpty()
        .isEqualTo(address.host().toLowerCase(Locale.ROOT))
        .doesNotContainPattern("[\\s@/\\\\?#%]");
    assertThat(address.port()).isBetween(0, 65_535);
    assertThat(address.path()).startsWith("/").doesNotContain("/../", "/./", "//", "\\");
    String origin = address.host() + ":" + address.port();
    String path = percentCoded(address.path());
    reads(address.scheme() + "://" + origin + path, address);
    reads(
        address.scheme().toUpperCase(Locale.ROOT) + "://u:p@" + origin + "/zz/.." + path, address);
  }

  private static void reads(String spelling, WebAddress expected) {
    if (WebAddress.read(spelling) instanceof WebAddress.Reading.Read read) {
      WebAddress found = read.address();
      assertThat(found.display()).as(spelling).isEqualTo(expected.display());
      // An odd spelling that some read as a private host is private besides.
      assertThat(expected.isPrivate() || !found.isPrivate()).as(spelling).isTrue();
    }
  }

  /** What stands beside other arguments is found. */
  static void arguments(String text) {
    if (!(StrictJson.read(text) instanceof StrictJson.Reading.Value value)) {
      return;
    }
    List<String> names = names(value.node());
    assertThat(names(value.node())).isEqualTo(names);
    JsonNode beside = StrictJson.object().put("sql", "drop table zz").set("zz", value.node());
    findsOrDoubts(names(beside), "sql:drop:zz");
  }

  private static void findsOrDoubts(List<String> names, String expected) {
    assertThat(names).anyMatch(name -> name.equals(expected) || name.endsWith(":opaque:*"));
  }

  static List<String> names(Dissector dissector, String text) {
    return texts(dissector.dissect(argument(text)));
  }

  static List<String> argvNames(List<String> words) {
    return texts(SHELL.dissectArgv(argument(String.join(" ", words)), words));
  }

  static List<String> names(JsonNode arguments) {
    Command command = Command.of(CommandName.of("tool", "anything"), arguments, "");
    return texts(WHOLE.dissect(command).inner());
  }

  static Argument argument(String text) {
    JsonNode arguments = StrictJson.object().put(KEY, text);
    return new Argument(TOOL, new Place(null, "", new Name(""), arguments).below().get(0), text);
  }

  private static List<String> texts(List<Command> commands) {
    return commands.stream().map(command -> command.name().text()).toList();
  }

  private static boolean isOpaque(List<String> names) {
    return names.stream().anyMatch(name -> name.endsWith(":opaque:*"));
  }

  private static List<String> with(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static String percentCoded(String text) {
    StringBuilder coded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean same = c == '/' || c == '.' || (c < 0x80 && Character.isLetterOrDigit(c));
      coded.append(same ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return coded.toString();
  }
}
