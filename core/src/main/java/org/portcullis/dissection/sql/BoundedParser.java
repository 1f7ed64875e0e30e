package org.portcullis.dissection.sql;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;

/**
 * JSqlParser with a bound on its work. It looks ahead without limit where parentheses are nested,
 * and some short texts would keep it busy for hours. Here every look ahead is counted, and a text
 * that needs many more of them than it has characters is given up. No clock is asked: the same text
 * always comes to the same end.
 */
final class BoundedParser extends CCJSqlParser {

  private static final int LOOKS_PER_CHARACTER = 20;
  private static final int LOOKS_AT_LEAST = 2_000;

  private long left;

  BoundedParser(String text) throws ParseException {
    super(text);
    this.left = LOOKS_AT_LEAST + (long) LOOKS_PER_CHARACTER * text.length();
  }

  long left() {
    return left;
  }

  /** The text asked for too much work. */
  static final class TooCostly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooCostly() {
      super("too many looks ahead", null, false, false);
    }
  }

  private void look() {
    if (--left < 0) {
      throw new TooCostly();
    }
  }

  @Override
  protected boolean isComparisonOperatorAhead() {
    look();
    return super.isComparisonOperatorAhead();
  }

  @Override
  protected boolean isTernaryAhead() {
    look();
    return super.isTernaryAhead();
  }

  @Override
  protected boolean isFunctionAhead() {
    look();
    return super.isFunctionAhead();
  }

  @Override
  protected boolean isUnparenthesizedSelectAhead() {
    look();
    return super.isUnparenthesizedSelectAhead();
  }

  @Override
  protected boolean isParenthesedFromItemAhead() {
    look();
    return super.isParenthesedFromItemAhead();
  }

  @Override
  protected boolean isNestedSetOperationAhead() {
    look();
    return super.isNestedSetOperationAhead();
  }

  @Override
  protected boolean isParenthesedSelectAhead() {
    look();
    return super.isParenthesedSelectAhead();
  }

  @Override
  protected boolean isImplicitCastAhead() {
    look();
    return super.isImplicitCastAhead();
  }

  @Override
  protected boolean isCaseExpressionAhead() {
    look();
    return super.isCaseExpressionAhead();
  }

  @Override
  protected boolean isAllTableColumnsAhead() {
    look();
    return super.isAllTableColumnsAhead();
  }

  @Override
  protected boolean isFunctionAllColumnsAhead(Expression function) {
    look();
    return super.isFunctionAllColumnsAhead(function);
  }

  @Override
  protected boolean isNamedExprListAhead() {
    look();
    return super.isNamedExprListAhead();
  }

  @Override
  protected boolean isAdjacentStringConcat() {
    look();
    return super.isAdjacentStringConcat();
  }

  @Override
  protected boolean isConditionSuffixAhead() {
    look();
    return super.isConditionSuffixAhead();
  }
}
