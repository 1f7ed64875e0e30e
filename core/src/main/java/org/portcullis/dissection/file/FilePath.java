package org.portcullis.dissection.file;

import java.util.Optional;

/**
 * A path in one spelling: slashes, no dots, no empty segments, no slash at the end, Unicode in
 * composed form. A drive is {@code C:/…}, a share {@code //server/share/…}, a home {@code ~/…} or
 * {@code ~user/…}; a relative path stays relative.
 *
 * @param text the path
 * @param isAbsolute whether it says from where it begins: a root, a drive, a share or a home
 * @param escapes whether it leads, by {@code ..}, out of where it begins
 */
public record FilePath(String text, boolean isAbsolute, boolean escapes) {

  /**
   * Reads a path or an address of a file (RFC 8089). Never throws; linear in the text. Empty when
   * it is neither, or readers could take it for different files.
   */
  public static Optional<FilePath> read(String text) {
    return new PathReader(text).read();
  }
}
