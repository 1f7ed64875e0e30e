package org.portcullis.masking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The labelled texts: what must be found in them, and texts in which nothing may be found. Secrets
 * are cut into pieces in the file, so that no file of ours holds one.
 */
final class LabelledCases {

  private static final String CUT = "\u241F";

  /** Types that no detector of this version looks for. */
  private static final Set<String> LATER =
      Set.of(
          "PHONE",
          "IBAN",
          "US_SSN",
          "US_ITIN",
          "UK_NHS",
          "UK_NINO",
          "CA_SIN",
          "DE_TAX_ID",
          "ES_NIF",
          "ES_NIE",
          "IT_FISCAL_CODE",
          "PL_PESEL",
          "BR_CPF",
          "IN_AADHAAR",
          "IN_PAN",
          "US_ABA",
          "AU_TFN",
          "NL_BSN",
          "SE_PERSONNUMMER",
          "CH_AHV",
          "SG_NRIC",
          "FI_HETU",
          "ZA_ID",
          "TR_ID",
          "US_NPI",
          "DATE_OF_BIRTH",
          "PASSPORT",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          "CRYPTO_BTC",
          "CRYPTO_ETH",
          "PERSON_NAME");

  /** A text with a value in it. */
  record Positive(String text, Span span) {

    String value() {
      return text.substring(span.start(), span.end());
    }
  }

  private LabelledCases() {}

  static List<Positive> positives() {
    List<Positive> positives = new ArrayList<>();
    for (String[] row : rows()) {
      if (!row[1].isEmpty() && !LATER.contains(row[1])) {
        Span span = new Span(row[1], Integer.parseInt(row[2]), Integer.parseInt(row[3]));
        positives.add(new Positive(row[0], span));
      }
    }
    return positives;
  }

  static List<String> negatives() {
    return rows().stream().filter(row -> row[1].isEmpty()).map(row -> row[0]).toList();
  }

  private static List<String[]> rows() {
    List<String[]> rows = new ArrayList<>();
    for (String line : file().split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("text\t")) {
        rows.add(line.replace(CUT, "").split("\t", -1));
      }
    }
    return rows;
  }

  private static String file() {
    try (InputStream in = LabelledCases.class.getResourceAsStream("masking.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the labelled cases cannot be read", e);
    }
  }
}
