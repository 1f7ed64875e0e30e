package org.portcullis.demo.tour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.demo.agent.Action;
import org.portcullis.demo.agent.Observation;
import org.portcullis.demo.agent.Tools;

/**
 * As much of a gate as the chapters notice, around the tools of a real desk, so that they can be
 * tried in both directions: with a gate that does its work, and with one that fails in one point.
 */
final class FakeGate implements Tools, ApprovalQueue {
  private final Tools desk;
  private final Map<String, String> approvals = new HashMap<>();
  private final Map<String, Map<String, Object>> grants = new HashMap<>();
  private int asked;

  /** Set to let an approval be used more than once. */
  boolean approvesForEver;

  /** Set to let approvals be used after their end. */
  boolean ignoresTheEnd;

  /** Who writes down the end of a grant. */
  String finalizedBy = "WAKE_UP";

  FakeGate(Tools desk) {
    this.desk = desk;
  }

  @Override
  public List<String> names() {
    return desk.names();
  }

  @Override
  public Observation use(Action action) {
    String input = action.input().toString();
    if (input.contains("DROP")) {
      return new Observation("Blocked by policy. Do not retry.", null, true);
    }
    return action.tool().equals("refund") ? refund(action) : masked(desk.use(action));
  }

  private Observation refund(Action action) {
    String id = approvals.get(action.toString());
    Map<String, Object> grant = grants.get(id);
    if (grant == null || (!grant.get("state").equals("active") && !ignoresTheEnd)) {
      asked++;
      approvals.put(action.toString(), "A-" + asked);
      return new Observation("Approval A-" + asked + " is required: http://gate/x.", null, true);
    }
    if (!approvesForEver) {
      grants.remove(id);
    }
    return desk.use(action);
  }

  private static Observation masked(Observation seen) {
    String text =
        seen.text()
            .replaceAll("\\d{3}-\\d{2}-\\d{4}", "[SSN]")
            .replaceAll("(\\d{4}[ -]?){4}", "[CARD]")
            .replaceAll("[\\w.+]+@[\\w.]+", "[EMAIL]");
    return new Observation(text, null, seen.failed());
  }

  @Override
  public Optional<Map<String, Object>> pendingApproval(String id) {
    return approvals.containsValue(id) && !grants.containsKey(id)
        ? Optional.of(
            Map.of(
                "id",
                id,
                "command",
                "tool:refund",
                "shown",
                Map.of("arguments", Map.of("amount", 120))))
        : Optional.empty();
  }

  @Override
  public void approve(String id, String reason) {
    grants.put(id, new HashMap<>(Map.of("id", "G-" + id, "state", "active", "finalizedBy", "")));
  }

  /** Looking is how time passes here: the grant is over at the first look. */
  @Override
  public Optional<Map<String, Object>> grantOf(String approval) {
    Map<String, Object> grant = grants.get(approval);
    grant.put("state", "expired");
    grant.put("finalizedBy", finalizedBy);
    return Optional.of(grant);
  }
}
