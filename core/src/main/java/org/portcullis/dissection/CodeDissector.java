package org.portcullis.dissection;

import java.util.List;
import java.util.Set;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/**
 * Code: {@code code:opaque:*}, because what a program does is not read, with the text as {@code
 * code}. The operators of MongoDB that run code or write are told by their names: {@code
 * code:mongo:$out}.
 */
final class CodeDissector implements Dissector {

  private static final String KIND = ArgumentKind.CODE.label();
  private static final String MONGO = "mongo";

  /** Those of them that do more than to find and to compute. */
  private static final Set<String> OPERATORS =
      Set.of("$out", "$merge", "$where", "$function", "$accumulator");

  /** Whether a key is an operator of MongoDB that does something. */
  static boolean isOperator(String key) {
    return OPERATORS.contains(key);
  }

  @Override
  public List<Command> dissect(Argument argument) {
    CommandName name =
        isOperator(argument.text())
            ? CommandName.of(KIND, MONGO, argument.text())
            : CommandName.opaque(KIND);
    return List.of(
        Command.of(
            name, StrictJson.object().put("code", argument.text()), argument.wholePointer()));
  }
}
