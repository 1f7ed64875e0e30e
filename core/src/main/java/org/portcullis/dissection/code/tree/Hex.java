package org.portcullis.dissection.code.tree;

/** Numbers in the base of 16. */
public final class Hex {

  private Hex() {}

  /** So many digits as a character's code; negative when they are none. */
  public static int read(String text, int at, int digits) {
    if (digits < 1 || digits > 8 || at + digits > text.length()) {
      return -1;
    }
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code <= Character.MAX_CODE_POINT ? (int) code : -1;
  }
}
