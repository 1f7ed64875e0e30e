package org.portcullis.masking.detect;

/**
 * Ranges of issuer numbers with the lengths in use. Visa's old numbers of 13 digits are left out: a
 * bare run of that length is a time or an article number far more often.
 */
final class CardIssuers {

  /** First and last six digits, shortest and longest number; not overlapping. */
  private static final int[][] RANGES = {
    {220000, 220499, 16, 19}, // Mir
    {222100, 272099, 16, 16}, // Mastercard
    {300000, 305999, 14, 14}, // Diners Club
    {309500, 309599, 14, 14}, // Diners Club
    {340000, 349999, 15, 15}, // American Express
    {352800, 358999, 16, 19}, // JCB
    {360000, 369999, 14, 14}, // Diners Club
    {370000, 379999, 15, 15}, // American Express
    {380000, 399999, 14, 16}, // Diners Club, Discover
    {400000, 499999, 16, 16}, // Visa
    {400000, 499999, 19, 19}, // Visa
    {501800, 501899, 16, 19}, // Maestro
    {502000, 502099, 16, 19}, // Maestro
    {503800, 503899, 16, 19}, // Maestro
    {508000, 508999, 16, 16}, // RuPay
    {510000, 559999, 16, 16}, // Mastercard
    {589300, 589399, 16, 19}, // Maestro
    {601100, 601199, 16, 19}, // Discover
    {606900, 608999, 16, 16}, // RuPay
    {620000, 629999, 16, 19}, // UnionPay
    {630400, 630499, 16, 19}, // Maestro
    {644000, 659999, 16, 19}, // Discover, RuPay
    {675900, 675999, 16, 19}, // Maestro
    {676100, 676399, 16, 19}, // Maestro
    {810000, 829999, 16, 19}, // UnionPay, RuPay
    {979200, 979299, 16, 16}, // Troy
  };

  private CardIssuers() {}

  /** Whether some issuer gives out numbers of this length that begin with these six digits. */
  static boolean issues(int prefix, int digits) {
    for (int[] range : RANGES) {
      if (prefix >= range[0] && prefix <= range[1] && digits >= range[2] && digits <= range[3]) {
        return true;
      }
    }
    return false;
  }
}
