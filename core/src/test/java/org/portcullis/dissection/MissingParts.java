package org.portcullis.dissection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement needs to run, learned from PostgreSQL's refusals: tables, their columns,
 * functions and schemas, none of which the cases define.
 */
final class MissingParts {

  private static final Pattern MISSING =
      Pattern.compile(
          "(?s)(relation|table|column|function|procedure|schema) \"?([^\" (]+)\"?(?:\\((.*?)\\))?"
              + "(?: of relation \"[^\"]+\")? does not exist");

  private final String columnType;
  private final Set<String> schemas = new LinkedHashSet<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>(Set.of("id"));
  private final Set<String> functions = new LinkedHashSet<>();

  /** Nothing yet; every column is to be of this type. */
  MissingParts(String columnType) {
    this.columnType = columnType;
  }

  /** Learns from a refusal; whether there was something to learn. */
  boolean learn(String refusal) {
    Matcher missing = MISSING.matcher(refusal);
    if (!missing.find()) {
      return false;
    }
    String name = missing.group(2);
    return switch (missing.group(1)) {
      case "relation", "table" -> tables.add(qualified(name));
      case "column" -> columns.add(quoted(name.substring(name.lastIndexOf('.') + 1)));
      case "schema" -> schemas.add("CREATE SCHEMA " + quoted(name));
      case "procedure" -> functions.add(routine("PROCEDURE", name, missing.group(3), "", ""));
      default ->
          functions.add(routine("FUNCTION", name, missing.group(3), " RETURNS int", " RETURN 1;"));
    };
  }

  /** Statements that make everything learned so far. */
  String[] definitions() {
    List<String> all = new ArrayList<>(schemas);
    String list =
        String.join(", ", columns.stream().map(c -> c + " " + columnType + " UNIQUE").toList());
    for (String table : tables) {
      all.add("CREATE TABLE " + table + " (" + list + ")");
    }
    all.addAll(functions);
    return all.toArray(String[]::new);
  }

  private static String routine(
      String kind, String name, String arguments, String returns, String end) {
    String types = Optional.ofNullable(arguments).orElse("").replace("unknown", "text");
    return "CREATE %s %s(%s)%s LANGUAGE plpgsql AS $$ BEGIN PERFORM trace.note('call', '', '%s');%s END $$"
        .formatted(kind, qualified(name), types, returns, name, end);
  }

  private static String qualified(String name) {
    return String.join(
        ".", List.of(name.split("\\.", -1)).stream().map(MissingParts::quoted).toList());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
