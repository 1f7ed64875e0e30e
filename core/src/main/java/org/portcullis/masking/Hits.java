package org.portcullis.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the hits of one exchange. Safe for use by many threads. */
public final class Hits {

  private final Map<Key, Integer> counts = new TreeMap<>();

  /** Notes one hit. */
  public synchronized void add(String entry, String type) {
    counts.merge(new Key(entry, type), 1, Integer::sum);
  }

  /** Notes what was collected apart. */
  void addAll(Hits others) {
    List<MaskingHit> found = others.list();
    synchronized (this) {
      found.forEach(
          hit -> counts.merge(new Key(hit.entry(), hit.type()), hit.count(), Integer::sum));
    }
  }

  /** The hits so far, by entry and type. */
  public synchronized List<MaskingHit> list() {
    List<MaskingHit> hits = new ArrayList<>(counts.size());
    counts.forEach((key, count) -> hits.add(new MaskingHit(key.entry(), key.type(), count)));
    return hits;
  }

  /** Whether nothing was masked so far. */
  public synchronized boolean isEmpty() {
    return counts.isEmpty();
  }

  private record Key(String entry, String type) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byEntry = entry.compareTo(other.entry);
      return byEntry != 0 ? byEntry : type.compareTo(other.type);
    }
  }
}
