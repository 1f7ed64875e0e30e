package org.portcullis.masking.detect;

import java.util.List;
import java.util.Set;

/**
 * Names of members and variables that say that their value is a secret. Names come normalized:
 * lower case, without {@code _}, {@code -} and blanks.
 */
public final class SecretNames {

  /** Whatever their value is, it is secret. */
  private static final List<String> STRONG_ENDINGS =
      List.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "clientsecret",
          "secretaccesskey");

  /** Their value is secret if it looks random. */
  private static final List<String> WEAK_ENDINGS =
      List.of(
          "secret",
          "secrets",
          "secretkey",
          "apikey",
          "apikeys",
          "accesskey",
          "accesstoken",
          "authtoken",
          "refreshtoken",
          "secrettoken",
          "sessiontoken",
          "bearertoken",
          "apitoken",
          "idtoken",
          "privatetoken",
          "bottoken",
          "deploytoken",
          "authorization",
          "credential",
          "credentials",
          "accountkey",
          "signingkey",
          "encryptionkey");

  private static final Set<String> WEAK_NAMES = Set.of("token", "xapikey", "pat", "auth", "sig");

  /** Names that tell what one may do with a password. */
  private static final Set<String> ABOUT_PASSWORDS =
      Set.of(
          "haspassword",
          "showpassword",
          "hidepassword",
          "resetpassword",
          "forgotpassword",
          "changepassword",
          "requirepassword");

  private static final Set<String> PIN_NAMES = Set.of("pin", "pincode", "cardpin", "userpin");

  private SecretNames() {}

  /** Whether a value of this name has to be looked at. */
  public static boolean isCredential(String normalized) {
    return isStrong(normalized) || isWeak(normalized) || isPin(normalized);
  }

  static boolean isStrong(String normalized) {
    return endsWithOneOf(normalized, STRONG_ENDINGS) && !ABOUT_PASSWORDS.contains(normalized);
  }

  static boolean isWeak(String normalized) {
    return WEAK_NAMES.contains(normalized) || endsWithOneOf(normalized, WEAK_ENDINGS);
  }

  static boolean isPin(String normalized) {
    return PIN_NAMES.contains(normalized);
  }

  private static boolean endsWithOneOf(String name, List<String> endings) {
    if (name.length() < 3) {
      return false;
    }
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
