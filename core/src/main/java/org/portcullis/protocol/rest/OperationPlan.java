package org.portcullis.protocol.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.command.Command;
import org.portcullis.command.CommandName;
import org.portcullis.json.StrictJson;

/** An operation that is one command itself: path, query and body are its arguments. */
final class OperationPlan implements RestPlan {

  private final UpstreamTarget target;
  private final PathTemplate path;
  private final Command command;

  private OperationPlan(UpstreamTarget target, PathTemplate path, Command command) {
    this.target = target;
    this.path = path;
    this.command = command;
  }

  static Planned of(
      UpstreamTarget target, RestSettings.Match match, ObjectNode query, @Nullable JsonNode body) {
    ObjectNode arguments = StrictJson.object();
    ObjectNode values = arguments.putObject("path");
    match.variables().forEach(values::put);
    arguments.set("query", query);
    if (body != null) {
      arguments.set("body", body);
    }
    PathTemplate path = match.operation().path();
    String name = "http:" + match.operation().method() + ":" + target.display() + path.text();
    return CommandName.isValid(name)
        ? new Planned.Ready(
            new OperationPlan(target, path, Command.of(new CommandName(name), arguments, "")))
        : new Planned.Refused("the operation has no name that a rule could use");
  }

  @Override
  public List<Command> commands() {
    return List.of(command);
  }

  /** Path, query and body are arguments. */
  @Override
  public JsonNode around(Command any) {
    return MissingNode.getInstance();
  }

  @Override
  public URI target(List<Command> decided) {
    JsonNode arguments = decided.get(0).arguments();
    Map<String, String> values = new LinkedHashMap<>();
    arguments
        .path("path")
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return target.uri(
        path.expand(values)
            .orElseThrow(() -> new IllegalStateException("decided arguments do not fit the path")),
        QueryText.write(arguments.path("query")));
  }

  @Override
  public JsonNode body(List<Command> decided) {
    return decided.get(0).arguments().path("body");
  }
}
