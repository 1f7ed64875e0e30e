package org.portcullis.dissection;

/** What Jazzer calls. */
public final class FuzzEntry {

  private static FuzzTarget target;

  private FuzzEntry() {}

  /** The only argument is the target's name. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTarget.named(arguments[0]);
  }

  /** Throws when something does not hold of this text. */
  public static void fuzzerTestOneInput(byte[] utf8) {
    target.check(utf8);
  }
}
