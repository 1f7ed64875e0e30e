package org.portcullis.demo.tour;

import java.io.PrintStream;
import java.util.List;

/** Prints an access token of one of the demo's people, and nothing else, for use in a script. */
public final class TokenOf {
  private static final List<String> PEOPLE =
      List.of("agent", "operator", "approver", "second", "admin", "auditor");

  private TokenOf() {}

  /**
   * Prints the token; exits with 1 and one line if there is none.
   *
   * @param arguments the person's name
   */
  public static void main(String[] arguments) {
    System.exit(Mains.guarded("token", out -> print(arguments, out), System.out, System.err));
  }

  private static void print(String[] arguments, PrintStream out) {
    if (arguments.length != 1 || !PEOPLE.contains(arguments[0])) {
      throw new IllegalArgumentException("one user is needed: " + String.join(", ", PEOPLE));
    }
    TourSettings settings = TourSettings.from(System.getenv());
    out.println(new Tokens(settings, new Web()).of(arguments[0]));
  }
}
