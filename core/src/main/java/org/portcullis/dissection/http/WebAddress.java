package org.portcullis.dissection.http;

/**
 * An address of the web (RFC 3986; where browsers differ from it, what both agree on).
 *
 * @param scheme {@code http}, {@code https}, {@code ws} or {@code wss}; {@code https} when the text
 *     names none
 * @param host in lower case, of international names the ASCII form, of IPv4 addresses the four
 *     decimal numbers, of IPv6 addresses the form of RFC 5952 in brackets
 * @param port the port; the scheme's own when none is said
 * @param path begins with a slash; decoded, without dots and without empty segments inside
 * @param query as it was written, without the question mark; empty when there is none
 * @param isPrivate whether the host is, or by its name most likely is, not a public one: of this
 *     machine, of the local network, or a cloud's description of its machines
 * @param hasCredentials whether a user or a password stands before the host
 * @param isOddlySpelled whether the host is written in a way that hides what it is
 */
public record WebAddress(
    String scheme,
    String host,
    int port,
    String path,
    String query,
    boolean isPrivate,
    boolean hasCredentials,
    boolean isOddlySpelled) {

  /** Host and path, with the port between them unless it is the scheme's own. */
  public String display() {
    return host + (port == AddressReader.port(scheme) ? "" : ":" + port) + path;
  }

  /** What reading came to. */
  public sealed interface Reading {

    /** An address of the web, the same for every reader. */
    record Read(WebAddress address) implements Reading {}

    /**
     * Something else.
     *
     * @param scheme in lower case; of the web when the rest cannot be told; empty when there is
     *     none
     */
    record Other(String scheme) implements Reading {}
  }

  /** Reads an address. Never throws; linear in the text. */
  public static Reading read(String text) {
    return new AddressReader(text.strip()).read();
  }
}
