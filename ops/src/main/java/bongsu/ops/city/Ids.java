package bongsu.ops.city;

import java.util.Locale;

/** Ids with leading zeros, in ASCII digits whatever the machine's language. */
final class Ids {
  private Ids() {}

  /** {@code of("CAM-", 12, 5)} is {@code CAM-00012}. */
  static String of(String prefix, int number, int digits) {
    return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
