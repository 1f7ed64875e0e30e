package org.portcullis.policy.document;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.policy.Role;
import org.portcullis.policy.RoleTree;
import org.portcullis.policy.document.YamlNode.Mapping;

/** Warns of approvals that nobody can give: roles that no group leads to. */
final class ApproverCheck {

  private final Set<String> held;

  ApproverCheck(Map<String, List<String>> groups, Map<String, Role> roles) {
    RoleTree tree = new RoleTree(roles);
    Set<String> all = new HashSet<>();
    groups.values().forEach(all::addAll);
    this.held = tree.withIncluded(all);
  }

  void warn(Field approvals) {
    if (!(approvals.value() instanceof Mapping)) {
      return;
    }
    for (Field plan : approvals.members()) {
      if (plan.value() instanceof Mapping mapping) {
        plan.members(mapping).stream()
            .filter(member -> member.name().equals("approvers"))
            .forEach(this::warnOfApprovers);
      }
    }
  }

  private void warnOfApprovers(Field approvers) {
    if (!(approvers.value() instanceof YamlNode.Sequence)) {
      return;
    }
    for (Field role : approvers.elements().orElse(List.of())) {
      Optional<String> name =
          role.value() instanceof YamlNode.Scalar scalar
              ? Optional.of(scalar.text())
              : Optional.empty();
      if (name.isPresent() && !held.contains(name.get())) {
        role.warn(role.name() + ": no group has the role " + Expected.shown(name.get()));
      }
    }
  }
}
