package org.portcullis.dissection.shell;

import com.google.re2j.Pattern;
import java.util.List;

/** Reads redirections. */
final class RedirectReader {

  /** The longer ones first. */
  private static final List<String> OPERATORS =
      List.of("&>>", "&>", "<<<", "<<-", "<<", "<>", "<&", "<", ">>", ">&", ">|", ">");

  private static final Pattern DESCRIPTOR = Pattern.compile("^([0-9]+-?|-)$");

  private final Cursor cursor;
  private final WordReader words;
  private final HereDocuments documents;
  private final LineParser parser;

  RedirectReader(Cursor cursor, WordReader words, HereDocuments documents, LineParser parser) {
    this.cursor = cursor;
    this.words = words;
    this.documents = documents;
    this.parser = parser;
  }

  /** Reads the redirection that begins here; false when none does. */
  boolean read(Simple command) {
    int digits = digits();
    char c = cursor.peek(digits);
    boolean both = digits == 0 && cursor.sees("&>");
    if (!both && ((c != '<' && c != '>') || cursor.peek(digits + 1) == '(')) {
      return false;
    }
    boolean otherInput = digits > 0 && !cursor.ahead(digits).equals("0");
    cursor.skip(digits);
    String operator = OPERATORS.stream().filter(cursor::take).findFirst().orElseThrow();
    cursor.skipBlanks();
    Word target = words.read();
    if (target.source().isEmpty() || target.isKeyword("!")) {
      cursor.fail();
      return true;
    }
    command.note("redirected");
    if (both && wordFollows()) {
      // One shell ends the command before the ampersand and takes the word for the next one.
      parser.doubt(Doubt.DIALECT);
    }
    // What is read on another descriptor is not the standard input.
    Simple reader = otherInput && operator.startsWith("<<") ? new Simple() : command;
    apply(operator, target, reader);
    return true;
  }

  private boolean wordFollows() {
    cursor.skipBlanks();
    int digits = digits();
    return !cursor.atEnd() && "\n;|&)#<>".indexOf(cursor.peek(digits)) < 0;
  }

  private int digits() {
    int digits = 0;
    while (cursor.peek(digits) >= '0' && cursor.peek(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private void apply(String operator, Word target, Simple command) {
    switch (operator) {
      case "<<", "<<-" -> announce(operator, target, command);
      case "<<<" -> command.input(target.known() ? target.value() + "\n" : null);
      case "<" -> command.redirect("read", target);
      case "<>" -> {
        command.redirect("read", target);
        command.redirect("write", target);
      }
      case "<&", ">&" -> duplicate(operator, target, command);
      default -> command.redirect("write", target);
    }
    parser.saw(target);
  }

  private static void duplicate(String operator, Word target, Simple command) {
    boolean descriptor = target.known() && DESCRIPTOR.matcher(target.value()).find();
    if (!descriptor) {
      command.redirect(operator.equals("<&") ? "read" : "write", target);
    }
  }

  private void announce(String operator, Word end, Simple command) {
    boolean plain = end.source().indexOf('$') < 0 && end.source().indexOf('`') < 0;
    if (!plain || end.value().indexOf('\n') >= 0) {
      cursor.fail();
      return;
    }
    documents.announce(
        new HereDocuments.Announced(command, end.value(), end.quoted(), operator.equals("<<-")));
  }
}
