package org.portcullis.masking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.json.Pointers;

/** Shows what detectors find, without hiding it: for trying out. */
public final class TextScan {

  /**
   * A value found in a JSON value.
   *
   * @param pointer where the text stands (JSON Pointer, RFC 6901)
   * @param span what was found in it, with offsets in the decoded text; in a number, offsets in its
   *     digits
   */
  public record LeafSpan(String pointer, Span span) {}

  private TextScan() {}

  /**
   * What is found in a text, taken as plain text; in its order, without overlaps.
   *
   * @throws MaskingFailed when a detector fails
   */
  public static List<Span> spans(String text, Set<Detection> detections) {
    return Maskers.detecting(detections).spans(text, "");
  }

  /**
   * What is found in the texts and integers of a JSON value; in its order. JSON inside a text is
   * taken as plain text.
   *
   * @throws MaskingFailed when a detector fails
   */
  public static List<LeafSpan> spans(JsonNode value, Set<Detection> detections) {
    List<LeafSpan> found = new ArrayList<>();
    collect(Maskers.detecting(detections), value, "", MemberName.NONE, found);
    return found;
  }

  private static void collect(
      CompiledMasker masker, JsonNode node, String pointer, MemberName name, List<LeafSpan> found) {
    if (node.isTextual() || node.isIntegralNumber()) {
      String secret = name.credential() ? name.normalized() : "";
      masker.spans(node.asText(), secret).forEach(span -> found.add(new LeafSpan(pointer, span)));
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey();
      String below = pointer + Pointers.step(key);
      collect(masker, member.getValue(), below, MemberName.of(key), found);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(masker, node.get(i), pointer + "/" + i, name, found);
      }
    }
  }
}
