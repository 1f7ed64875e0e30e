package org.portcullis.demo.agent;

import java.util.List;

/** The tools an agent may use. */
public interface Tools {
  /** The names of the tools on offer. */
  List<String> names();

  /**
   * Uses a tool. A refusal or failure of the tool is an observation.
   *
   * @throws ToolsUnreachable if no answer came at all
   */
  Observation use(Action action);
}
