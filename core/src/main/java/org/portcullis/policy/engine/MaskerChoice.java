package org.portcullis.policy.engine;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.portcullis.masking.Masker;
import org.portcullis.masking.Maskers;
import org.portcullis.masking.MaskingEntry;
import org.portcullis.policy.Glob;
import org.portcullis.policy.PolicyContent;

/** Chooses the masking entries for an answer or a record and keeps the maskers made of them. */
final class MaskerChoice {

  private static final int MAX_KEPT = 512;

  private final List<MaskingEntry> entries;
  private final Set<String> addedByRules = new HashSet<>();
  private final BoundedCache<Key, Masker> maskers = new BoundedCache<>(MAX_KEPT);
  private final BoundedCache<String, Masker> recording = new BoundedCache<>(MAX_KEPT);

  MaskerChoice(PolicyContent content) {
    this.entries = content.masking();
    content.roles().values().stream()
        .flatMap(role -> role.rules().stream())
        .forEach(rule -> addedByRules.addAll(rule.masking()));
  }

  Masker masker(Set<String> roles, String connection, Set<String> added) {
    return maskers.get(
        new Key(roles, connection, added),
        key ->
            Maskers.of(
                chosen(
                    entry ->
                        added.contains(entry.id())
                            || (isFor(entry, roles) && isOn(entry, connection)))));
  }

  /** What a rule may add on any connection counts here on every one. */
  Masker recordingMasker(String connection) {
    return recording.get(
        connection,
        key ->
            Maskers.everything(
                chosen(entry -> addedByRules.contains(entry.id()) || isOn(entry, connection))));
  }

  private List<MaskingEntry> chosen(Predicate<MaskingEntry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  private static boolean isFor(MaskingEntry entry, Set<String> roles) {
    return entry.roles().isEmpty() || !Collections.disjoint(entry.roles(), roles);
  }

  private static boolean isOn(MaskingEntry entry, String connection) {
    return entry.connections().isEmpty()
        || entry.connections().stream().anyMatch(glob -> Glob.of(glob).matches(connection));
  }

  private record Key(Set<String> roles, String connection, Set<String> added) {

    Key {
      added = Set.copyOf(added);
    }
  }
}
