package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

class DissectionsTest {

  /** Places in which a name is a table's, where no query of {@code WITH} has taken it. */
  private static final List<String> TOUCHING =
      List.of("from secrets", "join secrets", "insert into secrets", "drop table secrets");

  private final Dissection dissection = Dissections.standard();

  @ParameterizedTest
  @CsvSource({
    "query,                 sql",
    "read_query,            query",
    "db__read_query,        query",
    "mcp__sqlite__read_query, query",
    "sqlite.read_query,     query",
    "Execute_SQL,           query",
    "apply_migration,       query",
    "analyze_query_indexes, queries",
    "run_sql_transaction,   sqlStatements"
  })
  void knowsToolsOfWellKnownServers(String tool, String argument) {
    assertThat(names(tool, "{\"%s\":\"not to be told\"}".formatted(argument)))
        .containsExactly("sql:opaque:*");
  }

  @Test
  void looksIntoListsAndObjects() {
    assertThat(
            names(
                "x",
                """
                {"a":{"queries":["select * from t","delete from u"]},"b":[{"sql":"drop table v"}]}"""))
        .containsExactly("sql:select:t", "sql:delete:u", "sql:drop:v");
  }

  @Test
  void saysWhereACommandStands() {
    Command command =
        Command.of(
            CommandName.of("tool", "x"),
            json("{\"a/b\":[{\"sql\":\"select * from t\"}]}"),
            "/params");

    assertThat(dissection.dissect(command).inner())
        .map(Command::pointer)
        .containsExactly("/params/a~1b/0/sql");
  }

  @Test
  void givesConditionsTheStatement() {
    Command inner =
        dissect("x", "{\"sql\":\"update t set a = 'b' ; delete from u where c = 1\"}")
            .inner()
            .get(0);

    assertThat(inner.arguments())
        .isEqualTo(json("{\"statement\":\"update t set a = 'b'\",\"where\":false}"));
  }

  @Test
  void keepsACommandWithoutSqlAsItIs() {
    Command command = Command.of(CommandName.of("tool", "x"), json("{\"city\":\"Paris\"}"), "");

    assertThat(dissection.dissect(command)).isSameAs(command);
  }

  @ParameterizedTest
  @CsvSource({"null", "5", "[]", "true", "'\"select 1\"'"})
  void takesArgumentsOfAnyKind(String arguments) {
    assertThat(dissect("x", arguments)).isNotNull();
  }

  @Test
  void calledByRestToo() {
    Command command =
        Command.of(
            CommandName.of("http", "POST", "db.example.com/query"),
            json("{\"body\":{\"sql\":\"drop table t\"}}"),
            "");

    assertThat(dissection.dissect(command).inner())
        .map(inner -> inner.name().text())
        .containsExactly("sql:drop:t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt:get:fetch                | {'url':'http://10.0.0.1/'}         | http:GET:10.0.0.1/",
        "http:POST:a.example/get/file    | {'body':{'url':'http://b.example'}} | http:GET:b.example/",
        "http:POST:get.example/list      | {'body':{'path':'/x'}} | file:read:/x,file:write:/x,file:delete:/x",
        "http:GET:a.example/{path}       | {'path':{'id':'/etc/passwd'}} | file:read:/etc/passwd,file:write:/etc/passwd,file:delete:/etc/passwd",
        "resource:read:file:///etc/hosts | {'uri':'file:///etc/hosts'}         | file:read:/etc/hosts",
        "resource:read:file:///etc/hosts | {'uri':'FILE:/etc/hosts'}           | file:read:/etc/hosts",
        "resource:read:file:///a/../etc  | {'uri':'file:///a/../etc/hosts'}    | file:read:/etc/hosts",
        "resource:read:memo:notes        | {'uri':'memo:notes'}                | ",
        "resource:read:https://a.example | {'uri':'https://a.example/'}        | ",
        "completion:complete:x           | {'argument':{'name':'path','value':'/et'}} | "
      })
  void looksIntoWhateverIsCalled(String name, String arguments, String expected) {
    Command command = Command.of(new CommandName(name), json(arguments.replace('\'', '"')), "");

    assertThat(dissection.dissect(command).inner())
        .map(inner -> inner.name().text())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(",", -1)));
  }

  @Test
  void saysWhereAWrappedCommandStands() {
    Command command =
        Command.of(
            CommandName.of("tool", "x"),
            json("{\"a\":[\"{\\\"b\\\":[\\\"drop table t\\\"]}\"]}"),
            "/params");

    assertThat(dissection.dissect(command).inner())
        .map(Command::pointer)
        .containsExactly("/params/a/0");
  }

  @Test
  void opensManyWrappedTextsWithinTheLimit() {
    String wrapped = "\"{\\\"sql\\\":\\\"drop table t\\\"}\",".repeat(2_000);

    assertThat(names("x", "{\"a\":[" + wrapped + "1]}")).hasSize(1001).endsWith("sql:opaque:*");
  }

  @Test
  void whatIsTooLongIsOpaque() {
    assertThat(names("x", "{\"sql\":\"select '" + "x".repeat(70_000) + "'\"}"))
        .containsExactly("sql:opaque:*");
  }

  @Test
  void whatIsTooMuchIsOpaque() {
    String one = "\"select '" + "x".repeat(60_000) + "' from t\"";
    assertThat(names("x", "{\"sql\":[" + (one + ",").repeat(9) + one + "]}"))
        .containsOnly("sql:select:t", "sql:opaque:*")
        .endsWith("sql:opaque:*");
    assertThat(
            names("x", "{\"sql\":[" + "\"select * from t\",".repeat(2_000) + "\"drop table x\"]}"))
        .hasSize(1001)
        .endsWith("sql:opaque:*");
  }

  @Test
  void aLongNameCostsNothingForEachOfManyElements() {
    String name = "x".repeat(40_000);
    String elements = "1,\"a\",".repeat(100_000);
    String queries = "\"select * from t\",".repeat(500);

    assertThat(names("x", "{\"" + name + "\":[" + elements + "\"select * from t\"]}"))
        .containsExactly("sql:select:t");
    assertThat(names("x", "{\"" + name + "\":[" + queries + "1]}")).endsWith("sql:opaque:*");
  }

  @Test
  void oneTextIsNotTooMuchEither() {
    String tables =
        IntStream.range(0, 3_000).mapToObj(i -> "t" + i).collect(Collectors.joining(","));

    assertThat(names("x", "{\"sql\":\"select * from " + tables + "\"}"))
        .hasSize(1001)
        .endsWith("sql:opaque:*");
  }

  @Test
  void deepNestingIsOpaque() {
    assertThat(
            names("x", "{\"sql\":\"select " + "(".repeat(9_000) + "1" + ")".repeat(9_000) + "\"}"))
        .contains("sql:opaque:*");
    assertThat(
            names(
                "x", "{\"sql\":\"select 1 from t where a = 1" + " and a = 1".repeat(5_000) + "\"}"))
        .isNotEmpty();
  }

  @Test
  void namesThatCannotBeReadAreOpaque() {
    assertThat(names("x", "{\"sql\":\"select * from \\\"a\\u202Eb\\\"\"}"))
        .contains("sql:opaque:*");
    assertThat(names("x", "{\"sql\":\"select * from " + "a".repeat(3_000) + "\"}"))
        .containsExactly("sql:opaque:*");
  }

  @Property(tries = 2000)
  void neverThrowsAndNeverTakesSqlForNothing(@ForAll("scraps") List<String> scraps) {
    String sql = String.join(" ", scraps);

    List<String> names = names("x", StrictJson.object().put("sql", sql));

    boolean touched =
        TOUCHING.stream().anyMatch(sql::contains) && scraps.stream().noneMatch("with"::equals);
    if (touched && !names.contains("sql:opaque:*")) {
      assertThat(names).as(sql).anyMatch(name -> name.contains("secrets"));
    }
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.of(
            "select",
            "*",
            "from",
            "secrets",
            "t",
            "where",
            "a",
            "=",
            "1",
            "(",
            ")",
            ",",
            ";",
            "delete",
            "update",
            "set",
            "insert into",
            "values",
            "union",
            "with",
            "as",
            "join",
            "on",
            "in",
            "exists",
            "order by",
            "limit",
            "[",
            "]",
            "case when",
            "then",
            "end",
            "drop table",
            "lateral",
            "x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  private List<String> names(String tool, String arguments) {
    return names(tool, json(arguments));
  }

  private List<String> names(String tool, JsonNode arguments) {
    Command command = Command.of(CommandName.of("tool", tool), arguments, "");
    return dissection.dissect(command).inner().stream().map(inner -> inner.name().text()).toList();
  }

  private Command dissect(String tool, String arguments) {
    return dissection.dissect(Command.of(CommandName.of("tool", tool), json(arguments), ""));
  }

  private static JsonNode json(String text) {
    return ((StrictJson.Reading.Value) StrictJson.read(text)).node();
  }
}
