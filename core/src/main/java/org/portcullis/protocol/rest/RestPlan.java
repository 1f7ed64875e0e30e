package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.portcullis.command.Command;

/** What a request wants, and how it is written anew. */
interface RestPlan {

  /** Its commands; at least one. */
  List<Command> commands();

  /** What is sent with a command besides its arguments; a missing node when there is nothing. */
  JsonNode around(Command command);

  /** Where it goes, with the commands as they were decided. */
  URI target(List<Command> decided);

  /** Its body, with the commands as they were decided; a missing node when there is none. */
  JsonNode body(List<Command> decided);

  /** What reading came to. */
  sealed interface Planned {

    /** It can be decided about. */
    record Ready(RestPlan plan) implements Planned {}

    /** It cannot; the reason quotes nothing of the request. */
    record Refused(String reason) implements Planned {}
  }
}
