package org.portcullis.masking.detect;

import java.util.List;

/** The rules for secrets that are told by a fixed text in them. */
final class SecretRules {

  private SecretRules() {}

  static List<TokenRule> all() {
    return List.of(
        new AwsKeyIdRule(),
        new PrivateKeyRule(),
        new JwtRule(),
        token("GITHUB_TOKEN", Chars.ALNUM, 36, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
        token("GITHUB_TOKEN", Chars.ALNUM | Chars.UNDERSCORE, 50, "github_pat_"));
  }

  private static TokenRule token(String type, int alphabet, int min, String... prefixes) {
    return new PrefixRule(type, List.of(prefixes), alphabet, min, 8);
  }
}
