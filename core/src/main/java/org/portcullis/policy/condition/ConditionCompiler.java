package org.portcullis.policy.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;

/**
 * Compiles conditions written in the Common Expression Language. The language has no loops, its
 * comprehensions are bounded here, and its regular expressions run in linear time (RE2).
 */
public final class ConditionCompiler {

  /** Names a condition may use, as messages list them. */
  private static final String VARIABLES = "caller, command, args, connection, session, now";

  private static final String CONDITION = "a condition in CEL";
  private static final int MAX_CODE_POINTS = 4096;
  private static final int MAX_NODES = 1000;
  private static final int MAX_NESTING = 32;

  /** In one evaluation, over every comprehension of the condition together. */
  private static final int MAX_ITERATIONS = 10_000;

  private static final int MAX_REGEX_PROGRAM = 2000;
  private static final Cel CEL = cel();

  private ConditionCompiler() {}

  /** What compiling came to. */
  public sealed interface Compiled {

    /** It can be asked. */
    record Ready(RuleCondition condition) implements Compiled {}

    /**
     * It is no condition.
     *
     * @param line line within the expression, from 1; 0 when the fault has no place
     * @param column column within that line, from 0
     * @param found what is wrong, in the compiler's words; may quote the expression
     * @param expected what would be right
     */
    record Wrong(int line, int column, String found, String expected) implements Compiled {}
  }

  /**
   * Compiles a condition. Never throws; what is no condition, or is larger than the limits allow,
   * is {@link Compiled.Wrong}.
   */
  public static Compiled compile(String expression) {
    CelValidationResult result = CEL.compile(expression);
    if (result.hasError()) {
      return wrong(result.getErrors().get(0));
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      CelKind kind = ast.getResultType().kind();
      if (kind != CelKind.BOOL && kind != CelKind.DYN) {
        return new Compiled.Wrong(0, 0, "gives " + ast.getResultType().name(), "true or false");
      }
      return new Compiled.Ready(new RuleCondition(expression, CEL.createProgram(ast)));
    } catch (CelValidationException | CelEvaluationException e) {
      return new Compiled.Wrong(0, 0, "cannot be compiled", CONDITION);
    }
  }

  private static Compiled.Wrong wrong(CelIssue issue) {
    CelSourceLocation place = issue.getSourceLocation();
    String message = issue.getMessage().lines().findFirst().orElse("not an expression");
    return new Compiled.Wrong(
        Math.max(0, place.getLine()),
        Math.max(0, place.getColumn()),
        message.replace(" (in container '')", ""),
        expected(message));
  }

  private static String expected(String message) {
    if (message.startsWith("undeclared reference")) {
      return VARIABLES;
    }
    return message.startsWith("undefined field") ? ConditionTypes.MEMBERS : CONDITION;
  }

  private static Cel cel() {
    CelOptions options =
        CelOptions.current()
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxParseRecursionDepth(MAX_NESTING)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX_PROGRAM)
            .enableHeterogeneousNumericComparisons(true)
            .errorOnIntWrap(true)
            .errorOnDuplicateMapKeys(true)
            .build();
    return CelFactory.plannerCelBuilder()
        .setOptions(options)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .setTypeProvider(new ConditionTypes())
        .addVar("caller", ConditionTypes.CALLER)
        .addVar("command", ConditionTypes.COMMAND)
        .addVar("connection", ConditionTypes.CONNECTION)
        .addVar("session", ConditionTypes.SESSION)
        .addVar("args", SimpleType.DYN)
        .addVar("now", SimpleType.TIMESTAMP)
        .build();
  }
}
