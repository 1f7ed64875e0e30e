package org.portcullis.masking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Replacements in a byte text, in its order. Used by one thread. */
final class Edits {

  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, byte[] bytes) {}

  int add(int start, int end, String json) {
    edits.add(new Edit(start, end, json.getBytes(StandardCharsets.UTF_8)));
    return edits.size() - 1;
  }

  /** Gives an edit another text, once it is known. */
  void change(int edit, String json) {
    Edit old = edits.get(edit);
    edits.set(edit, new Edit(old.start, old.end, json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The edited text; all other bytes are copied as they are. The same array without edits. */
  byte[] apply(byte[] text) {
    if (edits.isEmpty()) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 64);
    int copied = 0;
    for (Edit edit : edits) {
      out.write(text, copied, edit.start - copied);
      out.writeBytes(edit.bytes);
      copied = edit.end;
    }
    out.write(text, copied, text.length - copied);
    return out.toByteArray();
  }
}
