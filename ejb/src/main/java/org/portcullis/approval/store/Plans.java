package org.portcullis.approval.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.json.StrictJson;
import org.portcullis.policy.ApprovalPlan;
import org.portcullis.storage.store.Texts;

/** Approval plans as a request keeps them: those of the policy version that asked. */
final class Plans {

  private Plans() {}

  static byte[] bytes(List<ApprovalPlan> plans) {
    ArrayNode array = StrictJson.mapperForNodes().createArrayNode();
    for (ApprovalPlan plan : plans) {
      ObjectNode object = array.addObject();
      object.put("name", plan.name());
      plan.approvers().stream().sorted().forEach(object.putArray("approvers")::add);
      object.put("quorum", plan.quorum());
      object.put("pending", plan.pending().toString());
      object.put("usable", plan.usable().toString());
    }
    return Texts.bytes(array);
  }

  static List<ApprovalPlan> list(byte[] bytes) {
    List<ApprovalPlan> plans = new ArrayList<>();
    for (JsonNode object : Texts.json(bytes)) {
      Set<String> approvers = new LinkedHashSet<>();
      object.path("approvers").forEach(role -> approvers.add(role.textValue()));
      plans.add(
          new ApprovalPlan(
              object.path("name").textValue(),
              approvers,
              object.path("quorum").intValue(),
              Duration.parse(object.path("pending").textValue()),
              Duration.parse(object.path("usable").textValue())));
    }
    return plans;
  }
}
