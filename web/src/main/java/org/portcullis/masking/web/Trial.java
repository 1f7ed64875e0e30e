package org.portcullis.masking.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portcullis.json.Pointers;
import org.portcullis.json.StrictJson;
import org.portcullis.masking.Detection;
import org.portcullis.masking.Hits;
import org.portcullis.masking.Keep;
import org.portcullis.masking.Masker;
import org.portcullis.masking.Maskers;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.masking.MaskingEntry.Operator;
import org.portcullis.masking.detect.Detectors;
import org.portcullis.masking.detect.Finding;
import org.portcullis.masking.detect.Scanner;

/** Masks something with some detectors and says where they struck. */
final class Trial {

  private final Masker masker;
  private final Scanner scanner;

  Trial(Set<Detection> detect) {
    this.masker =
        Maskers.of(
            List.of(
                new MaskingEntry("try", Set.of(), List.of(), List.of(), detect, Operator.LABEL)));
    this.scanner =
        Detectors.scanner(
            detect.contains(Detection.EMAIL),
            detect.contains(Detection.CREDIT_CARD),
            detect.contains(Detection.SECRETS));
  }

  /** The masked text, and a span for each value that was found. */
  ObjectNode text(String text) {
    ObjectNode result = StrictJson.object();
    result.put("masked", masker.text(text, new Hits()));
    addSpans(result.putArray("spans"), text, "", "");
    return result;
  }

  /** The masked document, and a span for each value that was found in one of its texts. */
  ObjectNode json(JsonNode document) {
    ObjectNode result = StrictJson.object();
    result.set("masked", masker.json(document, Keep.NOTHING, new Hits()));
    walk(result.putArray("spans"), document, "", "");
    return result;
  }

  private void walk(ArrayNode spans, JsonNode node, String name, String pointer) {
    if (node.isTextual()) {
      addSpans(spans, node.textValue(), name, pointer);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      walk(spans, member.getValue(), member.getKey(), pointer + Pointers.step(member.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(spans, node.get(i), name, pointer + "/" + i);
    }
  }

  /** Of findings that overlap, the first and longest is the one that counts. */
  private void addSpans(ArrayNode spans, String text, String name, String pointer) {
    int end = 0;
    for (Finding finding : scanner.scan(text, plain(name))) {
      if (finding.start() < end) {
        continue;
      }
      end = finding.end();
      ObjectNode span = spans.addObject();
      span.put("type", finding.type()).put("start", finding.start()).put("end", end);
      if (!pointer.isEmpty()) {
        span.put("pointer", pointer);
      }
    }
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}
