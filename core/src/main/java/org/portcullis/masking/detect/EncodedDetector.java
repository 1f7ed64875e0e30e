package org.portcullis.masking.detect;

import java.util.List;

/** Looks for values inside base64 that decodes to plain text; hides the whole of it then. */
final class EncodedDetector implements Detector {

  private static final int MIN = 16;
  private static final int ALPHABET = Chars.BASE64 | Chars.BASE64_URL;

  private final Scanner inner;

  EncodedDetector(Scanner inner) {
    this.inner = inner;
  }

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    int at = 0;
    while (at < text.length()) {
      int end = Chars.runEnd(text, at, ALPHABET, Integer.MAX_VALUE);
      if (end - at >= MIN) {
        run(scan, Chars.afterEscape(text, at), end);
      }
      at = end + 1;
    }
  }

  private void run(Scan scan, int from, int to) {
    String decoded = Base64Text.decode(scan.text(), from, to);
    if (decoded.isEmpty()) {
      return;
    }
    List<Finding> found = inner.scan(decoded, "");
    if (!found.isEmpty()) {
      int end = Chars.runEnd(scan.text(), to, Chars.EQUALS, to + 2);
      scan.add(found.get(0).type(), from, end);
    }
  }
}
