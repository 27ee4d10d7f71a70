package bongsu.rules.judge;

import bongsu.core.event.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them, the same on every machine. */
final class Numbers {
  private Numbers() {}

  /** At most three decimals, no trailing zeros: {@code 3.42}, {@code 0.125}, {@code 60}. */
  static String plain(double number) {
    return round(number, 3);
  }

  /** Without decimals, as distances are told. */
  static String whole(double number) {
    return round(number, 0);
  }

  /** A reading with the decimals that mean something for its quantity: {@code 17.6} of 17.638 %. */
  static String reading(Quantity quantity, double value) {
    return round(value, Units.decimals(quantity));
  }

  private static String round(double number, int decimals) {
    return BigDecimal.valueOf(number)
        .setScale(decimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
