package org.portcullis.policy.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.engine.CompiledPolicy;

/**
 * Reads a policy document (YAML 1.2, the one that {@code docs/policy.md} describes). It is strict:
 * what it does not know is a fault, every fault has its line and column, and all are found at once.
 * Hostile documents are turned away early: no tags, no aliases, 1 MiB at most.
 */
public final class PolicyReader {

  private static final int MAX_CODE_POINTS = 1024 * 1024;

  private PolicyReader() {}

  /** Reads a document. Never throws. A draft is read in the same way as what becomes active. */
  public static PolicyReading read(String yaml) {
    requireNonNull(yaml, "yaml");
    if (yaml.length() > MAX_CODE_POINTS) {
      return faulty(new PolicyFault(1, 1, "", "too large (expected: at most 1 MiB)"));
    }
    YamlTree.Built built = YamlTree.of(yaml, MAX_CODE_POINTS);
    if (built instanceof YamlTree.Built.Broken broken) {
      return faulty(broken.fault());
    }
    Optional<YamlNode> root = ((YamlTree.Built.Tree) built).root();
    return root.isEmpty()
        ? faulty(new PolicyFault(1, 1, "", "empty (expected: a policy, beginning with version: 1)"))
        : read(root.get());
  }

  private static PolicyReading read(YamlNode root) {
    Faults faults = new Faults();
    Optional<PolicyContent> content =
        new DocumentReader().read(new Field("policy", "", root, root, faults));
    return content.isPresent() && faults.isEmpty()
        ? new PolicyReading.Read(CompiledPolicy.of(content.get()), faults.warnings())
        : new PolicyReading.Faulty(faults.faults());
  }

  private static PolicyReading faulty(PolicyFault fault) {
    return new PolicyReading.Faulty(List.of(fault));
  }
}
