package org.portcullis.masking;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.masking.detect.SecretNames;

/**
 * A member's name and what is derived from it once.
 *
 * @param text as it stands
 * @param normalized as it is compared
 * @param credential whether it says that its value is a secret
 * @param segments a dotted name ({@code card.number}) is a way of its own as well
 */
record MemberName(String text, String normalized, boolean credential, List<String> segments) {

  /** Where there is no member. */
  static final MemberName NONE = new MemberName("", "", false, List.of());

  static MemberName of(String text) {
    String normalized = Names.normalize(text);
    boolean credential = SecretNames.isCredential(normalized);
    if (normalized.indexOf('.') < 0) {
      return new MemberName(text, normalized, credential, List.of());
    }
    List<String> segments = new ArrayList<>();
    for (String segment : normalized.split("\\.", -1)) {
      if (!segment.isEmpty() && segments.size() < 32) {
        segments.add(segment);
      }
    }
    return new MemberName(text, normalized, credential, segments);
  }
}
