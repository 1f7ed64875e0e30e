package org.portcullis.dissection.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IPv6 addresses (RFC 4291), written as RFC 5952 says; those that stand for IPv4 as that. */
final class Ipv6 {

  private static final int GROUPS = 8;

  private Ipv6() {}

  /** Reads what stands between brackets; empty when it is no address. */
  static Optional<Host> read(String raw) {
    int zone = raw.indexOf('%');
    String text = zone < 0 ? raw : raw.substring(0, zone);
    Optional<int[]> groups = groups(text);
    return groups.map(found -> host(found, zone >= 0));
  }

  private static Host host(int[] groups, boolean zoned) {
    long last = ((long) groups[6] << 16) | groups[7];
    boolean zeros = zero(groups, 0, 5);
    if (zeros && (groups[5] == 0xFFFF || (groups[5] == 0 && last > 1))) {
      return new Host(Ipv4.text(last), Ipv4.isPrivate(last), true);
    }
    return new Host("[" + text(groups) + "]", zoned || isPrivate(groups, last), zoned);
  }

  private static boolean isPrivate(int[] groups, long last) {
    int first = groups[0];
    long second = ((long) groups[1] << 16) | groups[2];
    boolean translated = first == 0x64 && groups[1] == 0xFF9B;
    boolean tunneled = first == 0x2002;
    return zero(groups, 0, 7)
        || (first & 0xFE00) == 0xFC00
        || (first & 0xFFC0) == 0xFE80
        || (first & 0xFFC0) == 0xFEC0
        || (first & 0xFF00) == 0xFF00
        || first == 0x100
        || (first == 0x2001 && groups[1] < 0x200)
        || (first == 0x2001 && groups[1] == 0xDB8)
        || (translated && Ipv4.isPrivate(last))
        || (tunneled && Ipv4.isPrivate(second));
  }

  private static boolean zero(int[] groups, int from, int to) {
    for (int i = from; i < to; i++) {
      if (groups[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<int[]> groups(String text) {
    int gap = text.indexOf("::");
    if (text.length() > 45 || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
      return Optional.empty();
    }
    Optional<List<Integer>> head = part(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Optional<List<Integer>> tail =
        gap < 0 ? Optional.of(List.of()) : part(text.substring(gap + 2), true);
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    int given = head.get().size() + tail.get().size();
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < head.get().size(); i++) {
      groups[i] = head.get().get(i);
    }
    for (int i = 0; i < tail.get().size(); i++) {
      groups[GROUPS - tail.get().size() + i] = tail.get().get(i);
    }
    return Optional.of(groups);
  }

  /** Groups between colons; the last ones may be an IPv4 address. */
  private static Optional<List<Integer>> part(String text, boolean atEnd) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (atEnd && i == parts.length - 1 && part.indexOf('.') >= 0) {
        Optional<Host> four = Ipv4.read(part).filter(host -> host.name().equals(part));
        if (four.isEmpty()) {
          return Optional.empty();
        }
        String[] bytes = part.split("\\.", -1);
        groups.add(Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]));
        groups.add(Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]));
      } else if (part.isEmpty()
          || part.length() > 4
          || !part.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
        return Optional.empty();
      } else {
        groups.add(Integer.parseInt(part, 16));
      }
    }
    return Optional.of(groups);
  }

  /** The longest run of zeros, from two on, is left out. */
  private static String text(int[] groups) {
    int best = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == best) {
        text.append(i == 0 ? "::" : ":");
        i += length - 1;
      } else {
        text.append(Integer.toHexString(groups[i])).append(i == GROUPS - 1 ? "" : ":");
      }
    }
    return text.toString();
  }
}
