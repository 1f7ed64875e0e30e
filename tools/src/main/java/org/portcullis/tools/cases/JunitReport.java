package org.portcullis.tools.cases;

/** Results as the XML that build servers read: one suite, one test case a case. */
final class JunitReport {

  private JunitReport() {}

  static String of(String policy, TestReport report) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"").append(escaped(policy));
    xml.append("\" tests=\"").append(report.results().size());
    xml.append("\" failures=\"").append(report.failed()).append("\" errors=\"0\" skipped=\"0\">\n");
    for (CaseResult result : report.results()) {
      xml.append("  <testcase classname=\"").append(escaped(result.test().file()));
      xml.append("\" name=\"").append(escaped(result.test().name())).append('"');
      if (result.passed()) {
        xml.append("/>\n");
      } else {
        xml.append("><failure message=\"");
        xml.append(escaped(String.join("; ", result.differences())));
        xml.append("\"/></testcase>\n");
      }
    }
    return xml.append("</testsuite>\n").toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return escaped.toString();
  }

  /** The characters of XML 1.0, section 2.2. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
