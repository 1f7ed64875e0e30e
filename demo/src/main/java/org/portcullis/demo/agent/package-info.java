/**
 * A real ReAct agent: it thinks, acts through tools and observes, until it has an answer. What it
 * thinks comes from a {@link org.portcullis.demo.agent.Model}; the demo's model follows a script
 * that reads the last observation, so that a run is the same each time. The tools are those of any
 * MCP server, reached by the official Java SDK: nothing here knows that a gate stands between.
 */
@org.jspecify.annotations.NullMarked
package org.portcullis.demo.agent;
