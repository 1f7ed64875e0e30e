package org.portcullis.dissection;

import java.util.Map;

/** Ways to find sub-commands. */
public final class Dissections {

  private Dissections() {}

  /**
   * What this version can take apart: SQL in the arguments of any command, in the calls of tools
   * above all. Keep the result: it remembers texts it has read.
   */
  public static Dissection standard() {
    return new ArgumentDissection(
        new ArgumentKinds(Catalogue.standard()), Map.of(ArgumentKind.SQL, new SqlDissector()));
  }
}
