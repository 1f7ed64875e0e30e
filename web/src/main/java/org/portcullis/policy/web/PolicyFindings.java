package org.portcullis.policy.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.connection.Connection;
import org.portcullis.connection.Connections;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.KnownTools;
import org.portcullis.policy.lint.LintKnowledge;
import org.portcullis.policy.lint.PolicyLint;

/**
 * What a policy most likely does not mean, by what this gate knows: the connections that are
 * registered, and the tools in the lists that passed since it started. Of a connection whose list
 * has not passed no tool is known, and nothing is found fault with.
 */
@ApplicationScoped
public class PolicyFindings {

  private Connections connections;
  private ToolSchemas schemas;
  private InstantSource clock;

  /** For the container. */
  protected PolicyFindings() {}

  @Inject
  PolicyFindings(Connections connections, ToolSchemas schemas, InstantSource clock) {
    this.connections = connections;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** The findings about a document, by place; of a faulty one its faults. */
  List<Finding> of(String yaml) {
    return PolicyLint.lint(yaml, knowledge());
  }

  private LintKnowledge knowledge() {
    Set<String> names = new TreeSet<>();
    Map<String, List<KnownTools.Tool>> tools = new LinkedHashMap<>();
    for (Connection connection : connections.all()) {
      names.add(connection.name());
      List<KnownTools.Tool> known =
          schemas.on(connection.name()).entrySet().stream()
              .map(entry -> new KnownTools.Tool(entry.getKey(), entry.getValue(), false))
              .toList();
      if (!known.isEmpty()) {
        tools.put(connection.name(), known);
      }
    }
    return new LintKnowledge(
        new KnownTools(tools), Optional.of(names), Map.of(), line -> null, clock.instant());
  }
}
