package org.portcullis.storage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.recording.GateUnavailable;

class SecretBoxTest {

  private static final byte[] CONTENT = "what nobody may read".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void opensWhatItSealed() {
    SecretBox box = SecretBox.withKeysIn(folder.resolve("keys/secret.key"));

    byte[] sealed = box.seal(CONTENT, "table/1");

    assertThat(box.open(sealed, "table/1")).isEqualTo(CONTENT);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("nobody");
  }

  @Test
  void sealsTheSameContentDifferentlyEachTime() {
    SecretBox box = SecretBox.withKeysIn(folder.resolve("secret.key"));

    assertThat(box.seal(CONTENT, "table/1")).isNotEqualTo(box.seal(CONTENT, "table/1"));
  }

  @Test
  void opensInAnotherProcessWithTheSameFile() {
    byte[] sealed = SecretBox.withKeysIn(folder.resolve("secret.key")).seal(CONTENT, "table/1");

    SecretBox other = SecretBox.withKeysIn(folder.resolve("secret.key"));

    assertThat(other.open(sealed, "table/1")).isEqualTo(CONTENT);
  }

  @Test
  void refusesABoxThatWasMovedOrChanged() {
    SecretBox box = SecretBox.withKeysIn(folder.resolve("secret.key"));
    byte[] sealed = box.seal(CONTENT, "table/1");
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> box.open(sealed, "table/2")).isInstanceOf(GateUnavailable.class);
    assertThatThrownBy(() -> box.open(changed, "table/1")).isInstanceOf(GateUnavailable.class);
    assertThatThrownBy(() -> box.open(new byte[3], "table/1")).isInstanceOf(GateUnavailable.class);
  }

  @Test
  void refusesABoxOfAnotherKey() {
    byte[] sealed = SecretBox.withKeysIn(folder.resolve("one.key")).seal(CONTENT, "table/1");

    SecretBox other = SecretBox.withKeysIn(folder.resolve("two.key"));

    assertThatThrownBy(() -> other.open(sealed, "table/1"))
        .isInstanceOf(GateUnavailable.class)
        .hasMessageContaining("key");
  }

  @Test
  void readsWithAnOldKeyAndWritesWithTheFirst() throws IOException {
    Path old = folder.resolve("old.key");
    byte[] sealed = SecretBox.withKeysIn(old).seal(CONTENT, "table/1");
    Path both = folder.resolve("both.key");
    Files.writeString(both, key((byte) 7) + "\n" + Files.readString(old));

    SecretBox rotated = SecretBox.withKeysIn(both);

    assertThat(rotated.open(sealed, "table/1")).isEqualTo(CONTENT);
    assertThatThrownBy(
            () -> SecretBox.withKeysIn(old).open(rotated.seal(CONTENT, "table/1"), "table/1"))
        .isInstanceOf(GateUnavailable.class);
  }

  @Test
  void makesTheFileForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("secret.key");

    SecretBox.withKeysIn(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesAFileWithoutAUsableKey() throws IOException {
    Path file = folder.resolve("secret.key");
    for (String content : new String[] {"", "not base64!", "c2hvcnQ="}) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> SecretBox.withKeysIn(file)).isInstanceOf(GateUnavailable.class);
    }
  }

  private static String key(byte fill) {
    byte[] bytes = new byte[SecretKeys.KEY_BYTES];
    java.util.Arrays.fill(bytes, fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
