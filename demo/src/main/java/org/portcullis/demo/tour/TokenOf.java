package org.portcullis.demo.tour;

import java.util.List;

/**
 * Prints an access token of one of the demo's people and nothing else, for scripts and for curl.
 */
public final class TokenOf {
  private TokenOf() {}

  /**
   * Fetches the token; exits with 1 and one line if the provider gives none.
   *
   * @param arguments the user
   */
  public static void main(String[] arguments) {
    List<String> users = List.of(arguments);
    if (users.size() != 1) {
      System.err.println("usage: TokenOf USER");
      System.exit(2);
    }
    System.exit(
        Mains.guarded(
            out -> {
              TourSettings settings = TourSettings.from(System.getenv());
              out.println(new Tokens(settings, new Web()).of(users.get(0)));
            },
            System.out,
            System.err));
  }
}
