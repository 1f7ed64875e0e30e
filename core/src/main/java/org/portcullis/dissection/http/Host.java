package org.portcullis.dissection.http;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A host in one spelling.
 *
 * @param name the host
 * @param isPrivate whether it is none of the public network
 * @param isOdd whether it was written in a way that hides what it is
 */
public record Host(String name, boolean isPrivate, boolean isOdd) {

  private static final int MAX_LENGTH = 253;

  /** Characters that the two standards for international names map to different names. */
  private static final String DEVIATING = "\u00DF\u03C2\u200C\u200D\u1E9E";

  private static final String FORBIDDEN = "#%/:<>?@[\\]^|\"`{}$&'()*+,;=!~";

  private static final Set<String> LOCAL_ENDS =
      Set.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "lan",
          "home",
          "corp",
          "private",
          "svc",
          "consul",
          "test",
          "onion");

  /** Names that anyone can make lead to any address, this machine's included. */
  private static final Set<String> WILDCARDS =
      Set.of(
          "nip.io",
          "sslip.io",
          "xip.io",
          "localtest.me",
          "lvh.me",
          "vcap.me",
          "lacolhost.com",
          "yoogle.com",
          "traefik.me",
          "localho.st",
          "rbndr.us");

  /** Reads a host; empty when it is none, or readers could differ about it. */
  public static Optional<Host> read(String raw) {
    if (raw.startsWith("[")) {
      return raw.endsWith("]") ? Ipv6.read(raw.substring(1, raw.length() - 1)) : Optional.empty();
    }
    if (raw.isEmpty() || raw.length() > MAX_LENGTH || raw.chars().anyMatch(Host::isDeviating)) {
      return Optional.empty();
    }
    return ascii(raw).flatMap(name -> named(name, !name.equalsIgnoreCase(raw)));
  }

  /** Whether it is a number and not a name. */
  public boolean isAddress() {
    return name.startsWith("[") || Ipv4.isMeant(name);
  }

  private static Optional<Host> named(String ascii, boolean odd) {
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    boolean unusable =
        name.isEmpty()
            || name.startsWith(".")
            || name.endsWith(".")
            || name.contains("..")
            || name.chars().anyMatch(c -> c <= ' ' || c >= 0x7F || FORBIDDEN.indexOf(c) >= 0);
    if (unusable) {
      return Optional.empty();
    }
    if (Ipv4.isMeant(name)) {
      return Ipv4.read(name);
    }
    return Optional.of(new Host(name, isLocal(name), odd && !name.contains("xn--")));
  }

  /** Names of one label are of the own network; the others by their ends. */
  private static boolean isLocal(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0 || LOCAL_ENDS.contains(name.substring(dot + 1))) {
      return true;
    }
    int before = name.lastIndexOf('.', dot - 1);
    return WILDCARDS.contains(name.substring(before + 1));
  }

  private static Optional<String> ascii(String raw) {
    try {
      return Optional.of(
          IDN.toASCII(raw.replace('\u3002', '.'), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean isDeviating(int c) {
    return DEVIATING.indexOf(c) >= 0;
  }
}
