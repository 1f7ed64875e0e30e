package org.portcullis.tools.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.lint.Finding;
import org.portcullis.policy.lint.LintRule;

/** Findings as a log in the Static Analysis Results Interchange Format (SARIF) 2.1.0. */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  static ObjectNode of(String file, List<Finding> findings) {
    ObjectNode log = StrictJson.object().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "portcullis-policy-lint");
    ArrayNode rules = driver.putArray("rules");
    for (LintRule rule : LintRule.values()) {
      rules
          .addObject()
          .put("id", rule.id())
          .put("name", rule.name())
          .putObject("shortDescription")
          .put("text", rule.title() + ".");
    }
    // Columns are counted in characters as people see them, not in halves of surrogate pairs.
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    findings.forEach(finding -> result(results.addObject(), file, finding));
    return log;
  }

  private static void result(ObjectNode result, String file, Finding finding) {
    result.put("ruleId", finding.rule().id()).put("level", finding.severity().label());
    result.putObject("message").put("text", finding.message());
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(file));
    physical
        .putObject("region")
        .put("startLine", finding.line())
        .put("startColumn", finding.column());
    if (!finding.path().isEmpty()) {
      location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.path());
    }
  }

  /** A relative file stays relative, so that the log can be read in another checkout. */
  private static String uri(String file) {
    Path path = Path.of(file);
    return path.isAbsolute()
        ? path.toUri().toString()
        : RelativeUri.of(path.normalize().toString());
  }
}
