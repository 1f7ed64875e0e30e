package org.portcullis.demo.agent;

import org.jspecify.annotations.Nullable;

/**
 * What came back from a tool, as the model sees it.
 *
 * @param text the text of the answer
 * @param structured the structured answer as plain JSON values, or null if there was none
 * @param failed whether the answer says of itself that it is an error
 */
public record Observation(String text, @Nullable Object structured, boolean failed) {

  /** Everything in it as one text, to look for what should not be there. */
  public String everything() {
    return structured == null ? text : text + "\n" + structured;
  }
}
