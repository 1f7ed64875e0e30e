package org.portcullis.dissection.http;

import java.util.Optional;

/**
 * IPv4 addresses in every form that {@code inet_aton} and browsers take: one to four numbers,
 * decimal, octal behind a zero, hexadecimal behind {@code 0x}; the last one fills the rest.
 */
final class Ipv4 {

  private static final long ALL = 0xFFFFFFFFL;

  private Ipv4() {}

  /** Whether a name can only be meant as an address: its last label is a number. */
  static boolean isMeant(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.chars().allMatch(c -> c >= '0' && c <= '9') || hex(last);
  }

  /** Reads an address; empty when it is none. */
  static Optional<Host> read(String name) {
    String[] parts = name.split("\\.", -1);
    long octal = value(parts, true);
    long decimal = value(parts, false);
    if (octal < 0) {
      return Optional.empty();
    }
    String text = text(octal);
    // Some readers take a leading zero for nothing: the worse of both readings counts.
    boolean isPrivate = isPrivate(octal) || (decimal >= 0 && isPrivate(decimal));
    return Optional.of(new Host(text, isPrivate, !text.equals(name)));
  }

  /** The four numbers of an address. */
  static String text(long value) {
    return (value >> 24 & 0xFF)
        + "."
        + (value >> 16 & 0xFF)
        + "."
        + (value >> 8 & 0xFF)
        + "."
        + (value & 0xFF);
  }

  /** Whether an address is special (RFC 6890) or a cloud's own. */
  static boolean isPrivate(long value) {
    return in(value, 0x00000000L, 8)
        || in(value, 0x0A000000L, 8)
        || in(value, 0x64400000L, 10)
        || in(value, 0x7F000000L, 8)
        || in(value, 0xA9FE0000L, 16)
        || in(value, 0xAC100000L, 12)
        || in(value, 0xC0000000L, 24)
        || in(value, 0xC0000200L, 24)
        || in(value, 0xC0A80000L, 16)
        || in(value, 0xC6120000L, 15)
        || in(value, 0xE0000000L, 3)
        || value == 0xA83F8110L;
  }

  private static boolean in(long value, long network, int bits) {
    return (value ^ network) >> (32 - bits) == 0;
  }

  /** The address as a number; negative when it is none. */
  private static long value(String[] parts, boolean octal) {
    if (parts.length > 4) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long part = number(parts[i], octal);
      long most = last ? ALL >> (8 * i) : 0xFF;
      if (part < 0 || part > most) {
        return -1;
      }
      value |= last ? part : part << (24 - 8 * i);
    }
    return value;
  }

  private static long number(String part, boolean octal) {
    if (part.isEmpty() || part.length() > 16) {
      return -1;
    }
    if (hex(part)) {
      return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
    }
    boolean isOctal = octal && part.length() > 1 && part.charAt(0) == '0';
    if (!part.chars().allMatch(c -> c >= '0' && c <= (isOctal ? '7' : '9'))) {
      return -1;
    }
    return Long.parseLong(part, isOctal ? 8 : 10);
  }

  private static boolean hex(String part) {
    return (part.startsWith("0x") || part.startsWith("0X"))
        && part.length() <= 14
        && part.substring(2).chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }
}
