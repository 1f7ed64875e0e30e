package org.portcullis.policy.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.policy.PolicyContent;
import org.portcullis.policy.Role;
import org.portcullis.policy.document.YamlNode.Scalar;
import org.portcullis.text.PlainText;

/** Reads the document as a whole: its version and its four parts. */
final class DocumentReader {

  private static final List<String> KEYS =
      List.of("version", "groups", "roles", "masking", "approvals");
  private static final String VERSION = "1";
  private static final int MAX_GROUP = 512;

  /** The content; it counts only when no fault was noted. */
  Optional<PolicyContent> read(Field document) {
    return document.section(KEYS).map(DocumentReader::read);
  }

  private static PolicyContent read(Section document) {
    document.required("version").ifPresent(DocumentReader::version);
    KnownNames names = KnownNames.in(document);
    Map<String, ApprovalPlan> plans =
        document.optional("approvals").map(new ApprovalsReader(names)::read).orElse(Map.of());
    List<MaskingEntry> masking =
        document.optional("masking").map(new MaskingReader(names)::read).orElse(List.of());
    Map<String, Role> roles =
        document.optional("roles").map(new RolesReader(names)::read).orElse(Map.of());
    Map<String, List<String>> groups =
        document.optional("groups").map(field -> groups(field, names)).orElse(Map.of());
    document.optional("approvals").ifPresent(field -> new ApproverCheck(groups, roles).warn(field));
    return new PolicyContent(groups, roles, masking, plans);
  }

  private static void version(Field field) {
    boolean known = field.value() instanceof Scalar scalar && scalar.text().equals(VERSION);
    if (!known) {
      field.unexpected(VERSION);
    }
  }

  private static Map<String, List<String>> groups(Field field, KnownNames names) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Field group : field.members()) {
      if (!PlainText.isName(group.name(), MAX_GROUP)) {
        group.nameFault(
            Expected.that(
                "group",
                group.name(),
                "the value of a group claim, with nothing invisible in it and no space around it"));
      }
      groups.put(group.name(), roles(group, names));
    }
    return groups;
  }

  private static List<String> roles(Field group, KnownNames names) {
    return group.elements().orElse(List.of()).stream()
        .flatMap(element -> element.word(names.roles(), "a role of this policy").stream())
        .distinct()
        .toList();
  }
}
