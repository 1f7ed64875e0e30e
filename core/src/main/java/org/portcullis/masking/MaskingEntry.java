package org.portcullis.masking;

import java.util.List;
import java.util.Set;

/**
 * One entry of the policy's {@code masking} list.
 *
 * @param id its name; unique in a policy
 * @param roles whose answers it works on; empty for everyone's
 * @param connections globs of connection names; empty for every connection
 * @param fields paths ({@code **.card.number}, {@code items.*.ssn}) or bare names ({@code ssn})
 * @param detect detectors by name: {@code EMAIL}, {@code CREDIT_CARD}, {@code SECRETS} or {@code
 *     ALL}
 * @param operator what takes the place of a value
 */
public record MaskingEntry(
    String id,
    Set<String> roles,
    List<String> connections,
    List<FieldPath> fields,
    Set<Detection> detect,
    Operator operator) {

  /** What takes the place of a value. */
  public enum Operator {
    /** Asterisks of a fixed number. */
    REDACT,
    /** The type in brackets, for example {@code [EMAIL]}. */
    LABEL,
    /** Asterisks, then the last four letters or digits. */
    LAST4,
    /** JSON null. */
    NULL
  }

  public MaskingEntry {
    roles = Set.copyOf(roles);
    connections = List.copyOf(connections);
    fields = List.copyOf(fields);
    detect = Set.copyOf(detect);
  }
}
