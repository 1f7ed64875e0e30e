package org.portcullis.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.masking.MaskingEntry;

/**
 * A policy document that was found to be in order.
 *
 * @param groups names of roles by group
 * @param roles roles by name, in the document's order
 * @param masking masking entries in the document's order
 * @param plans approval plans by name
 */
public record PolicyContent(
    Map<String, List<String>> groups,
    Map<String, Role> roles,
    List<MaskingEntry> masking,
    Map<String, ApprovalPlan> plans) {

  public PolicyContent {
    groups = Map.copyOf(groups);
    roles = new LinkedHashMap<>(roles);
    masking = List.copyOf(masking);
    plans = Map.copyOf(plans);
  }
}
