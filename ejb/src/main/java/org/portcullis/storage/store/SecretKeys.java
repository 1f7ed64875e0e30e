package org.portcullis.storage.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.portcullis.recording.GateUnavailable;

/**
 * The keys of the {@link SecretBox}, in a file that only its owner can read: one key of 32 bytes a
 * line, in Base64; the first one writes, all of them read.
 */
final class SecretKeys {

  static final int KEY_BYTES = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private SecretKeys() {}

  /** The keys of this file, which is made when it is not there. */
  static List<byte[]> of(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      return read(file);
    } catch (IOException e) {
      throw new GateUnavailable("the key file " + file + " cannot be used", e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.createFile(file, attributes(file));
    } catch (FileAlreadyExistsException e) {
      // Another node was first; its key is the one to use.
      return;
    }
    Files.writeString(file, line, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] attributes(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static List<byte[]> read(Path file) throws IOException {
    List<byte[]> keys = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      if (!line.isBlank()) {
        keys.add(decode(file, line.strip()));
      }
    }
    if (keys.isEmpty()) {
      throw new GateUnavailable("the key file " + file + " holds no key");
    }
    return keys;
  }

  private static byte[] decode(Path file, String line) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(line);
    } catch (IllegalArgumentException e) {
      throw new GateUnavailable("the key file " + file + " holds a line that is not Base64");
    }
    if (key.length != KEY_BYTES) {
      throw new GateUnavailable("the key file " + file + " holds a key that is not 32 bytes long");
    }
    return key;
  }
}
