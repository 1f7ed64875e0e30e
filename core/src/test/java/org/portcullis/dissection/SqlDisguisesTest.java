package org.portcullis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/**
 * Texts that one database takes for a harmless query and another runs as something else. None of
 * them may pass for harmless: what is done to {@code secrets} is named, or the text is opaque.
 */
class SqlDisguisesTest {

  private final Dissection dissection = Dissections.standard();

  static Stream<String> disguises() {
    return Stream.of(
        // PostgreSQL and SQL Server nest comments.
        "/* /* */ ; select ' */ drop table secrets; --'",
        "commit /* /* */; select ' */ ; drop table secrets; --'",
        // MySQL needs white space behind two dashes, and runs what stands before a broken end.
        "select 1 --1; drop table secrets; select '",
        "select 1 --\u00a0 from secrets",
        "select 1 --\u2003 from secrets",
        // SQLite and Oracle end a comment at a line feed only.
        "select 1 -- \r + ' \n ; drop table secrets; --'",
        // A version that is higher than the server's makes it a comment after all.
        "select 1 --1 /*!99999 + ' */ from secrets # ' */",
        // To SQLite a dollar sign is part of a name.
        "select $$; --1\n drop table secrets; select $$",
        // To SQL Server and SQLite, anything may stand in brackets.
        "select a['b]; drop table secrets; --'] from t",
        "select a[/* ]; drop table secrets; -- */ 1] from t",
        "select a[\"b]; drop table secrets; --\"] from t",
        // MariaDB knows \N.
        "select 1 --1, \\N from secrets",
        // MySQL may tell names of queries apart by their case.
        "with SECRETS as (select 1) select * from secrets",
        // TABLE x is a query, and to SQLite so is a bare name behind IN.
        "select * from customers where id = any(table secrets)",
        "delete from customers where id = any (table secrets)",
        "select * from customers where id in secrets",
        "select * from customers where (id, name) not in main.secrets",
        // BigQuery has strings in three quotes.
        "select '''a'||b||'''; drop table secrets; select '''||c||''' #'");
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void noneIsHarmless(String text) {
    assertThat(found("sql", text))
        .anyMatch(name -> name.equals("sql:opaque:*") || name.matches("sql:.*\\bsecrets"));
  }

  static Stream<String> beginnings() {
    return Stream.of(
        " ".repeat(5_000) + "drop table secrets",
        "/*" + "x".repeat(5_000) + "*/ drop table secrets",
        "-- x\n".repeat(1_000) + "drop table secrets",
        "\u000bdrop table secrets",
        "drop/**/table secrets",
        "delete/* x */from secrets",
        "insert--\ninto secrets values (1)",
        "/**/ replace into secrets values (1)",
        "/*! replace into secrets values (1) */",
        "with\"x\"as (select 1) select * from secrets",
        "update\"secrets\"set a = 1",
        "table secrets limit 1");
  }

  @ParameterizedTest
  @MethodSource("beginnings")
  void noBeginningHidesThatItIsSql(String text) {
    assertThat(found("query", text)).isNotEmpty();
  }

  @Test
  void whatFollowsALongTextIsNoEvidence() {
    assertThat(found("query", "weather in Paris " + "x ".repeat(5_000) + "drop table secrets"))
        .isEmpty();
  }

  private List<String> found(String argument, String text) {
    Command command =
        Command.of(CommandName.of("tool", "anything"), StrictJson.object().put(argument, text), "");
    return dissection.dissect(command).inner().stream().map(inner -> inner.name().text()).toList();
  }
}
