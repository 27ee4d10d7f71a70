package bongsu.rules.judge;

import bongsu.core.wire.WireEnum;
import java.util.Optional;
import java.util.stream.Stream;

/** A side of a level. NaN is on no side. */
enum Comparison {
  AT_LEAST(">="),
  ABOVE(">"),
  AT_MOST("<="),
  BELOW("<");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  boolean holds(double value, double level) {
    return switch (this) {
      case AT_LEAST -> value >= level;
      case ABOVE -> value > level;
      case AT_MOST -> value <= level;
      case BELOW -> value < level;
    };
  }

  /** Whether a higher value is worse. */
  boolean upwards() {
    return this == AT_LEAST || this == ABOVE;
  }

  /** The key in a rule file: {@code atLeast}, {@code above}, {@code atMost}, {@code below}. */
  String key() {
    return WireEnum.wordOf(this);
  }

  static Optional<Comparison> findBySign(String sign) {
    return Stream.of(values()).filter(c -> c.sign.equals(sign)).findFirst();
  }
}
