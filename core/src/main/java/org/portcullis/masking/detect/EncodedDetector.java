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
    LongRuns.each(scan.ascii(), ALPHABET, MIN, (from, to) -> run(scan, from, to));
  }

  private void run(Scan scan, int from, int to) {
    int start = Chars.afterEscape(scan.text(), from);
    String decoded = Base64Text.decode(scan.text(), start, to);
    if (decoded.isEmpty()) {
      return;
    }
    List<Finding> found = inner.scan(decoded, "");
    if (!found.isEmpty()) {
      int end = Chars.runEnd(scan.text(), to, Chars.EQUALS, to + 2);
      scan.add(found.get(0).type(), start, end);
    }
  }
}
