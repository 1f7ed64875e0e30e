package org.portcullis.demo.desk;

import java.util.Map;

/** What came of a tool call. A failure is an answer for the model, not an exception. */
sealed interface ToolAnswer {
  /** It worked; the content fits the tool's output schema. */
  record Done(Map<String, Object> content) implements ToolAnswer {}

  /** It did not; the message says why in words a model can act on. */
  record Failed(String message) implements ToolAnswer {}
}
