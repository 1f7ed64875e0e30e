package org.portcullis.masking.detect;

import java.util.List;

/**
 * Private keys in textual encoding (RFC 7468), with real or escaped line ends, whole from the first
 * to the last hyphen. One without its end is taken to the end of the text.
 */
final class PrivateKeyRule implements TokenRule {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String HYPHENS = "-----";
  private static final int MAX_LABEL = 64;

  @Override
  public List<String> literals() {
    return List.of(BEGIN);
  }

  @Override
  public int verify(Scan scan, int start, int end) {
    String text = scan.text();
    String label = text.substring(end, Math.min(end + MAX_LABEL, text.length()));
    int cut = label.indexOf(HYPHENS);
    if (cut < 0 || !label.substring(0, cut).contains("PRIVATE KEY")) {
      return start;
    }
    int to = blockEnd(text, end + cut);
    scan.add("PRIVATE_KEY", start, to);
    return to;
  }

  private static int blockEnd(String text, int from) {
    int last = text.indexOf(END, from);
    if (last < 0) {
      return text.length();
    }
    int close = text.indexOf(HYPHENS, last + END.length());
    boolean near = close >= 0 && close - last <= END.length() + MAX_LABEL;
    return near ? lineEnd(text, close + HYPHENS.length()) : text.length();
  }

  /** An escaped line end belongs to the encoding. */
  private static int lineEnd(String text, int at) {
    return text.startsWith("\\n", at) ? at + 2 : at;
  }
}
