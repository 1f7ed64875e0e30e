package org.portcullis.demo.agent;

/** The server of the tools gave no answer; the message says which server and why. */
public final class ToolsUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ToolsUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
