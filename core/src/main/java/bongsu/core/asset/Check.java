package bongsu.core.asset;

import java.util.regex.Pattern;

/** The limits every asset keeps, in one place; each throws with a reason a sender can act on. */
final class Check {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Check() {}

  static void id(String id) {
    id("id", id);
  }

  static void id(String field, String id) {
    if (!ID.matcher(id).matches())
      throw new InvalidField(field, "must be 1 to 64 of A-Z a-z 0-9 . _ -");
  }

  static void within(String field, double value, double min, double max) {
    if (!(value >= min && value <= max))
      throw new InvalidField(
          field, "must be within " + plain(min) + ".." + plain(max) + ", was " + plain(value));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
