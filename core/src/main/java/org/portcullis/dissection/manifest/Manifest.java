package org.portcullis.dissection.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One resource that a manifest asks for.
 *
 * @param kind its kind, as it is written
 * @param namespace its namespace; empty when the text says none
 * @param name its name; empty when the text says none
 * @param isPrivileged whether it holds secrets or rights, or reaches for the machine it runs on
 */
public record Manifest(String kind, String namespace, String name, boolean isPrivileged) {

  private static final int MAX_LOOKED_AT = 8192;
  private static final Pattern VERSION = Pattern.compile("(?m)^['\"]?apiVersion['\"]?\\s*:");
  private static final Pattern KIND = Pattern.compile("(?m)^['\"]?kind['\"]?\\s*:");

  private static final Set<String> PRIVILEGED_KINDS =
      Set.of(
          "Secret",
          "Role",
          "ClusterRole",
          "RoleBinding",
          "ClusterRoleBinding",
          "ServiceAccount",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "CustomResourceDefinition",
          "PersistentVolume");

  /** Members that are dangerous whenever they stand there. */
  private static final Set<String> ALWAYS =
      Set.of("hostPath", "serviceAccountName", "serviceAccount", "procMount", "hostPort");

  /** Members that are dangerous unless they are false. */
  private static final Set<String> UNLESS_FALSE =
      Set.of(
          "privileged",
          "hostNetwork",
          "hostPID",
          "hostIPC",
          "allowPrivilegeEscalation",
          "hostUsers");

  /** Whether a text looks like manifests in YAML. */
  public static boolean isMeant(String text) {
    String begin = text.substring(0, Math.min(text.length(), MAX_LOOKED_AT));
    return begin.indexOf(':') >= 0 && VERSION.matcher(begin).find() && KIND.matcher(begin).find();
  }

  /** Whether an object looks like a manifest. */
  public static boolean isMeant(JsonNode node) {
    return node.path("apiVersion").isTextual() && node.path("kind").isTextual();
  }

  /**
   * The resources of YAML documents. Never throws; linear in the text. Empty when the text is no
   * YAML, or its parts are not what they seem: tags, anchors, keys that stand twice.
   */
  public static Optional<List<Manifest>> read(String text) {
    return YamlDocuments.read(text).map(Manifest::all);
  }

  private static List<Manifest> all(List<JsonNode> documents) {
    List<Manifest> found = new ArrayList<>();
    for (JsonNode document : documents) {
      if (!isMeant(document)) {
        found.add(of(document));
      }
      collect(document, found);
    }
    return found;
  }

  /** Recursive: the depth of what was read is bounded. */
  private static void collect(JsonNode node, List<Manifest> found) {
    if (isMeant(node)) {
      found.add(of(node));
    }
    for (JsonNode below : node) {
      collect(below, found);
    }
  }

  /** The resource that an object is, apart from those inside it. */
  public static Manifest of(JsonNode node) {
    return new Manifest(
        node.path("kind").asText(),
        node.path("metadata").path("namespace").asText(),
        node.path("metadata").path("name").asText(),
        PRIVILEGED_KINDS.contains(node.path("kind").asText()) || reachesOut(node));
  }

  /** Recursive: the depth of what was read is bounded. */
  private static boolean reachesOut(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .anyMatch(entry -> isDangerous(entry.getKey(), entry.getValue()));
    }
    for (JsonNode element : node) {
      if (!isMeant(element) && reachesOut(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDangerous(String key, JsonNode value) {
    return ALWAYS.contains(key)
        || (UNLESS_FALSE.contains(key) && !value.asText().equals("false"))
        || (key.equals("runAsUser") && value.asText().equals("0"))
        || (key.equals("capabilities") && value.has("add"))
        || (!isMeant(value) && reachesOut(value));
  }
}
