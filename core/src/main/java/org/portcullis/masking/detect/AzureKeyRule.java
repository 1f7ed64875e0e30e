package org.portcullis.masking.detect;

import java.util.List;

/**
 * Azure's identifiable keys: base64 of 32 or 64 bytes with a fixed signature close to the end, or
 * 84 characters with a fixed text at 52.
 */
final class AzureKeyRule implements TokenRule {

  private static final int ANNOTATED_AT = 52;
  private static final int ANNOTATED = 84;
  private static final int LONG = 86;
  private static final int SHORT = 43;
  private static final String ANNOTATION = "JQQJ9";

  /** Where the signature stands in long keys, and how much follows it in short ones at most. */
  private static final int SIGNED_AT = 76;

  private static final int BEHIND = 12;

  @Override
  public List<String> literals() {
    return List.of(
        "+ASt",
        "ACDb",
        "AzCa",
        "AzSe",
        "+ASb",
        "+AEh",
        "+ARm",
        "+ABa",
        "AzFu",
        "+ACR",
        "AIoT",
        "APIM",
        "AZEG",
        "+SQL",
        ANNOTATION);
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    int from = Chars.runStart(text, start, Chars.BASE64, start - LONG);
    int behind = Chars.runEnd(text, end, Chars.BASE64, end + ANNOTATED);
    int length = behind - from;
    boolean annotated =
        text.startsWith(ANNOTATION, start) && start - from == ANNOTATED_AT && length == ANNOTATED;
    boolean padded = behind < text.length() && text.charAt(behind) == '=';
    boolean signed =
        (length == LONG && start - from == SIGNED_AT)
            || (length == SHORT && behind - end <= BEHIND);
    if (!annotated && !(padded && signed)) {
      return start;
    }
    int to = Chars.runEnd(text, behind, Chars.EQUALS, behind + 2);
    scan.add("AZURE_STORAGE_KEY", from, to);
    return to;
  }
}
