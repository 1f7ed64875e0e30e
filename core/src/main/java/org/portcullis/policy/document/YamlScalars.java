package org.portcullis.policy.document;

import com.google.re2j.Pattern;
import java.util.Set;

/** What an unquoted value is, by the core schema of YAML 1.2.2, section 10.3.2. */
final class YamlScalars {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private YamlScalars() {}

  static String kind(YamlNode.Scalar scalar) {
    if (isText(scalar)) {
      return "a text";
    }
    if (NULLS.contains(scalar.text())) {
      return "empty";
    }
    return BOOLEANS.contains(scalar.text()) ? "true or false" : "a number";
  }

  static boolean isText(YamlNode.Scalar scalar) {
    String text = scalar.text();
    return !scalar.plain()
        || !(NULLS.contains(text) || BOOLEANS.contains(text) || NUMBER.matches(text));
  }
}
