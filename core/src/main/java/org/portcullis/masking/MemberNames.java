package org.portcullis.masking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of one object: finds doubles, and keeps masked names unique. Used by one thread. */
final class MemberNames {

  /** Up to here looking through a list is faster than hashing. */
  private static final int FEW = 8;

  private final List<String> names = new ArrayList<>(FEW);
  private final Set<String> many = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();

  /** Notes a name; false when it is there already. */
  boolean add(String name) {
    if (names.size() < FEW) {
      if (names.contains(name)) {
        return false;
      }
    } else if (many.isEmpty()) {
      many.addAll(names);
    }
    if (names.size() >= FEW && !many.add(name)) {
      return false;
    }
    names.add(name);
    return true;
  }

  /**
   * Turns masked names into names that differ from each other and from all that were noted; for
   * that, all names of the object must have been noted before.
   */
  String unique(String masked) {
    int number = last.getOrDefault(masked, 0);
    String name;
    do {
      number++;
      name = number == 1 ? masked : masked + "~" + number;
    } while (!add(name));
    last.put(masked, number);
    return name;
  }
}
