package org.portcullis.dissection.sql;

import com.google.re2j.Pattern;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the bare words of a statement tell, whatever its tree says. */
final class SqlWords {

  /** Words that are a whole statement for SQL Server, where another may have swallowed them. */
  private static final Set<String> STATEMENTS =
      Set.of("shutdown", "exec", "execute", "reconfigure");

  /** What else SQL Server reserves to begin a statement with; it needs nothing between two. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          ("alter backup begin break bulk checkpoint close commit continue create dbcc deallocate"
                  + " declare delete deny drop fetch goto grant if insert kill merge open print"
                  + " raiserror readtext restore return revert revoke rollback save set setuser"
                  + " truncate update updatetext use waitfor while writetext")
              .split(" ", -1));

  /** First words of statements in which those words mean something else. */
  private static final Set<String> MAY_HOLD_THEM = Set.of("create", "grant", "revoke");

  private static final Set<String> TRANSACTION =
      Set.of(
          "begin",
          "start",
          "transaction",
          "tran",
          "work",
          "commit",
          "rollback",
          "end",
          "abort",
          "and",
          "no",
          "chain");

  private static final Set<String> TRANSACTION_BEGINS =
      Set.of("begin", "start", "commit", "rollback", "end", "abort");

  private static final Set<String> DEFINITIONS = Set.of("create", "alter");
  private static final Set<String> JOINING =
      Set.of("inherits", "inherit", "attach", "detach", "exchange");
  private static final List<String> PARTITION_OF = List.of("partition", "of");
  private static final List<String> SET_SCHEMA = List.of("set", "schema");

  private static final Set<String> RIGHTS = Set.of("grant", "revoke");

  private static final Set<String> QUERIES =
      Set.of("select", "with", "insert", "replace", "update", "delete", "merge", "explain");

  private static final Pattern INTO_TABLE = Pattern.compile("(?i)\\b(into|overwrite)\\s+table\\b");
  private static final Pattern WHOLE_TABLE_WITHIN =
      Pattern.compile(
          "(?i)(\\(|\\b(as|union|except|intersect|all|distinct)\\b)\\s*table\\s+[\"\\w]");
  private static final Pattern WHOLE_TABLE = Pattern.compile("(?i)\\btable\\s+[\"\\w]");

  private SqlWords() {}

  /** {@code BEGIN}, {@code COMMIT WORK} and the like. */
  static boolean isTransaction(SqlPiece piece) {
    List<String> words = piece.words();
    return !words.isEmpty()
        && words.size() <= 5
        && TRANSACTION_BEGINS.contains(words.get(0))
        && TRANSACTION.containsAll(words)
        && piece.plain().chars().allMatch(c -> c == ' ' || Character.isLetter(c));
  }

  /** No database accepts that; it is what remains of {@code --x} where that is no comment. */
  static boolean beginsWithMinus(SqlPiece piece) {
    return piece.plain().startsWith("-");
  }

  static boolean hidesStatement(SqlPiece piece) {
    List<String> words = piece.words();
    if (words.isEmpty() || MAY_HOLD_THEM.contains(words.get(0))) {
      return false;
    }
    return words.stream().skip(1).anyMatch(STATEMENTS::contains);
  }

  /** Whether a name that nothing announces is none, because the next statement begins there. */
  static boolean isBeginning(String name) {
    return BEGINNINGS.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether rows of one table become rows of another, which may have another name: a table's
   * parent, its partitions, what they are exchanged with, and itself in another schema.
   */
  static boolean joinsTables(SqlPiece piece) {
    List<String> words = piece.words();
    boolean defines = !words.isEmpty() && DEFINITIONS.contains(words.get(0));
    return defines
        && (words.stream().anyMatch(JOINING::contains)
            || Collections.indexOfSubList(words, PARTITION_OF) >= 0
            || Collections.indexOfSubList(words, SET_SCHEMA) >= 0);
  }

  /** {@code TABLE x} is a query of all of x, also in places where the parser sees a value. */
  static boolean readsWholeTable(SqlPiece piece) {
    List<String> words = piece.words();
    if (!words.contains("table")) {
      return false;
    }
    return QUERIES.contains(words.get(0))
        ? WHOLE_TABLE.matcher(INTO_TABLE.matcher(piece.plain()).replaceAll("into ")).find()
        : WHOLE_TABLE_WITHIN.matcher(piece.plain()).find();
  }

  static boolean writesFile(SqlPiece piece) {
    List<String> words = piece.words();
    for (int i = 1; i < words.size(); i++) {
      boolean file = words.get(i).equals("outfile") || words.get(i).equals("dumpfile");
      if (file && words.get(i - 1).equals("into")) {
        return true;
      }
    }
    return false;
  }

  /** How many queries the words speak of; where rights are given, the word is a right. */
  static long selects(SqlPiece piece) {
    boolean rights = RIGHTS.contains(piece.words().isEmpty() ? "" : piece.words().get(0));
    return rights ? 0 : piece.words().stream().filter("select"::equals).count();
  }
}
