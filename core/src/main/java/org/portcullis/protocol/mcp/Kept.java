package org.portcullis.protocol.mcp;

import org.portcullis.masking.Keep;

/** The members of a message that belong to the protocol and are never masked. */
final class Kept {

  /** Names of tools and prompts are kept because a masked one could not be called. */
  static final Keep MEMBERS =
      Keep.of(
          "jsonrpc",
          "id",
          "method",
          "error.code",
          "result.protocolVersion",
          "result.nextCursor",
          "result.isError",
          "result.tools.*.name",
          "result.prompts.*.name",
          "result.prompts.*.arguments.*.name",
          "result.resources.*.mimeType",
          "result.resourceTemplates.*.mimeType",
          "result.resourceTemplates.*.uriTemplate",
          "result.content.*.type",
          "result.content.*.mimeType",
          "result.content.*.resource.mimeType",
          "result.contents.*.mimeType",
          "result.messages.*.role",
          "result.messages.*.content.type",
          "result.messages.*.content.mimeType",
          "params.progressToken",
          "params.requestId",
          "params.level",
          "params.mode",
          "params.messages.*.role",
          "params.messages.*.content.type",
          "params.messages.*.content.mimeType");

  private Kept() {}
}
