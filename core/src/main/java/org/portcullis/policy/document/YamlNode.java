package org.portcullis.policy.document;

import java.util.List;

/**
 * A piece of a YAML document and where it begins. Lines and columns count from 1, columns in code
 * points.
 */
sealed interface YamlNode {

  int line();

  int column();

  /** What a person calls this kind of piece. */
  String kind();

  /**
   * A single value.
   *
   * @param text what it says, quotes and escapes undone
   * @param plain whether it stands there without quotes, so that it may be a number, a boolean or
   *     null
   * @param verbatim whether the text stands in the document character by character on one line, so
   *     that a place in the text is a place in the document
   */
  record Scalar(String text, boolean plain, boolean verbatim, int line, int column)
      implements YamlNode {

    @Override
    public String kind() {
      return YamlScalars.kind(this);
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> elements, int line, int column) implements YamlNode {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the document's order; the same key may stand twice. */
  record Mapping(List<Entry> entries, int line, int column) implements YamlNode {

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One line of a mapping. */
  record Entry(Scalar key, YamlNode value) {}
}
