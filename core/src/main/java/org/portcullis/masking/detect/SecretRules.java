package org.portcullis.masking.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules for secrets that are told by a fixed text in them: one line for each provider's format,
 * and the ones that need more than a beginning and a length.
 */
final class SecretRules {

  private static final int WORD = Chars.ALNUM | Chars.UNDERSCORE;
  private static final int URL = Chars.BASE64_URL;
  private static final int DOTTED = URL | Chars.DOT;
  private static final int HEX = Chars.HEX;

  private SecretRules() {}

  static List<TokenRule> all() {
    List<TokenRule> rules = new ArrayList<>();
    rules.add(new AwsKeyIdRule());
    rules.add(new PrivateKeyRule());
    rules.add(new JwtRule());
    rules.add(new SkRule());
    rules.add(new TelegramRule());
    rules.add(new AzureKeyRule());
    rules.add(new AzureClientSecretRule());
    rules.add(new WebhookRule());
    rules.add(new UrlPasswordRule());
    rules.add(new AuthorizationRule());
    rules.add(new AssignmentRule());
    rules.addAll(code());
    rules.addAll(clouds());
    rules.addAll(services());
    return rules;
  }

  /** Where code and packages live. */
  private static List<TokenRule> code() {
    return List.of(
        token("GITHUB_TOKEN", Chars.ALNUM, 36, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
        token("GITHUB_TOKEN", WORD, 50, "github_pat_"),
        token("GITLAB_TOKEN", DOTTED, 20, "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-"),
        token("GITLAB_TOKEN", DOTTED, 20, "glagent-", "gloas-", "glimt-", "glsoat-", "glffct-"),
        token("NPM_TOKEN", Chars.ALNUM, 36, "npm_"),
        token("PYPI_TOKEN", URL, 50, "pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"),
        token("RUBYGEMS_KEY", HEX, 48, "rubygems_"),
        token("DOCKER_TOKEN", URL, 20, "dckr_pat_", "dckr_oat_"),
        token("PULUMI_TOKEN", HEX, 40, "pul-"),
        token("POSTMAN_KEY", Chars.ALNUM | Chars.HYPHEN, 50, "PMAK-"),
        token("ATLASSIAN_TOKEN", URL | Chars.EQUALS, 100, "ATATT3"));
  }

  /** Clouds and their models. */
  private static List<TokenRule> clouds() {
    return List.of(
        token("AWS_BEDROCK_KEY", Chars.BASE64, 100, "ABSK"),
        token("AWS_BEDROCK_KEY", Chars.BASE64, 60, "bedrock-api-key-"),
        token("GOOGLE_API_KEY", URL, 35, "AIza"),
        token("GOOGLE_TOKEN", URL, 28, "GOCSPX-", "ya29."),
        token("DIGITALOCEAN_TOKEN", HEX, 64, "dop_v1_", "doo_v1_", "dor_v1_"),
        token("DATABRICKS_TOKEN", HEX, 32, "dapi"),
        token("HUGGINGFACE_TOKEN", Chars.ALNUM, 30, "hf_"),
        token("GROQ_KEY", Chars.ALNUM, 48, "gsk_"),
        token("PERPLEXITY_KEY", Chars.ALNUM, 40, "pplx-"));
  }

  /** Mail, messages, money, and the rest. */
  private static List<TokenRule> services() {
    return List.of(
        token("TWILIO_KEY", HEX, 32, "SK"),
        token("SENDGRID_KEY", DOTTED, 66, "SG."),
        token("SLACK_TOKEN", URL | Chars.DOT, 15, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-"),
        token("SLACK_TOKEN", URL | Chars.DOT, 15, "xoxe-", "xoxe.xoxp-", "xapp-"),
        token("STRIPE_KEY", Chars.ALNUM, 10, "sk_live_", "sk_test_", "rk_live_", "rk_test_"),
        token("STRIPE_KEY", Chars.ALNUM, 24, "whsec_"),
        token("SHOPIFY_TOKEN", HEX, 32, "shpat_", "shpss_", "shpca_", "shppa_"),
        token("SQUARE_TOKEN", URL, 22, "sq0atp-", "sq0csp-"),
        token("VAULT_TOKEN", URL, 24, "hvs.", "hvb.", "hvr."),
        token("AGE_SECRET_KEY", Chars.UPPER | Chars.DIGIT, 58, "AGE-SECRET-KEY-1"),
        token("ONEPASSWORD_TOKEN", URL, 100, "ops_eyJ"),
        token("GRAFANA_TOKEN", WORD, 41, "glsa_"),
        token("GRAFANA_TOKEN", Chars.BASE64, 32, "glc_"),
        token("SENTRY_TOKEN", WORD | Chars.PLUS_SLASH | Chars.EQUALS, 40, "sntrys_", "sntryu_"),
        token("DYNATRACE_TOKEN", DOTTED, 80, "dt0c01."),
        token("PLANETSCALE_TOKEN", DOTTED, 32, "pscale_tkn_", "pscale_pw_", "pscale_oauth_"),
        token("NOTION_TOKEN", Chars.ALNUM, 40, "ntn_"),
        token("LINEAR_KEY", Chars.ALNUM, 40, "lin_api_"));
  }

  private static TokenRule token(String type, int alphabet, int min, String... prefixes) {
    return new PrefixRule(type, List.of(prefixes), alphabet, min);
  }
}
