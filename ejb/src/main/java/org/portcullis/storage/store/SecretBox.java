package org.portcullis.storage.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.portcullis.json.Digests;
import org.portcullis.recording.GateUnavailable;

/**
 * Keeps what the gate must store but nobody may read in the database: AES-256 in Galois/counter
 * mode (NIST SP 800-38D), bound to the place where it is stored. A box is one byte of format, four
 * bytes that name the key, twelve bytes of nonce, and the sealed content with its tag. Immutable;
 * safe for use by many threads.
 */
public final class SecretBox {

  private static final byte FORMAT = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

  private final SecureRandom random = new SecureRandom();
  private final List<Key> keys;

  private SecretBox(List<byte[]> keys) {
    this.keys = keys.stream().map(Key::of).toList();
  }

  private record Key(byte[] id, SecretKeySpec spec) {

    static Key of(byte[] bytes) {
      byte[] id = Arrays.copyOf(Digests.newSha256().digest(bytes), KEY_ID_BYTES);
      return new Key(id, new SecretKeySpec(bytes, "AES"));
    }
  }

  /**
   * A box with the keys of this file, which is made, for its owner alone, when it is not there.
   *
   * @throws GateUnavailable when the file cannot be read or made, or holds no usable key
   */
  public static SecretBox withKeysIn(Path file) {
    return new SecretBox(SecretKeys.of(file, new SecureRandom()));
  }

  /**
   * Seals a content for one place.
   *
   * @param place where it will be stored, for example a table's name and a key; a box that is moved
   *     to another place does not open
   */
  public byte[] seal(byte[] content, String place) {
    Key key = keys.get(0);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, place, content);
    return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
        .put(FORMAT)
        .put(key.id())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens what {@link #seal} sealed for the same place.
   *
   * @throws GateUnavailable when it was changed, moved, or sealed with a key that is not there
   */
  public byte[] open(byte[] box, String place) {
    if (box.length < HEAD_BYTES || box[0] != FORMAT) {
      throw new GateUnavailable("sealed content of " + place + " is not readable");
    }
    byte[] id = Arrays.copyOfRange(box, 1, 1 + KEY_ID_BYTES);
    byte[] nonce = Arrays.copyOfRange(box, 1 + KEY_ID_BYTES, HEAD_BYTES);
    Optional<Key> key = keys.stream().filter(k -> Arrays.equals(k.id(), id)).findFirst();
    if (key.isEmpty()) {
      throw new GateUnavailable("the key that sealed the content of " + place + " is not there");
    }
    byte[] sealed = Arrays.copyOfRange(box, HEAD_BYTES, box.length);
    return crypt(Cipher.DECRYPT_MODE, key.get(), nonce, place, sealed);
  }

  private static byte[] crypt(int mode, Key key, byte[] nonce, String place, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.spec(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new GateUnavailable("sealed content of " + place + " does not open", e);
    }
  }
}
