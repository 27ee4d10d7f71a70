package bongsu.core.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * RFC 3339 times. The plain form that devices send is read digit by digit, ten times faster than
 * by the library, which reads everything else and says what is wrong.
 */
final class Times {
  private static final int SECONDS_END = 19;
  private static final int MAX_FRACTION = 9;
  private static final int DAY_S = 86_400;

  private Times() {}

  /** @throws java.time.DateTimeException when it is no such time */
  static Instant parse(String text) {
    Instant plain = plain(text);
    return plain == null ? OffsetDateTime.parse(text).toInstant() : plain;
  }

  private static @Nullable Instant plain(String t) {
    if (t.length() <= SECONDS_END || t.charAt(4) != '-' || t.charAt(7) != '-') return null;
    if (t.charAt(10) != 'T' || t.charAt(13) != ':' || t.charAt(16) != ':') return null;
    int year = digits(t, 0, 4);
    int month = digits(t, 5, 2);
    int day = digits(t, 8, 2);
    int hour = digits(t, 11, 2);
    int minute = digits(t, 14, 2);
    int second = digits(t, 17, 2);
    int zone = zoneAt(t);
    if ((year | month | day | hour | minute | second | zone) < 0) return null;
    if (hour > 23 || minute > 59 || second > 59) return null;
    Integer offsetS = offsetS(t, zone);
    if (offsetS == null) return null;
    long epochS =
        LocalDate.of(year, month, day).toEpochDay() * DAY_S + hour * 3_600L + minute * 60L + second;
    return Instant.ofEpochSecond(epochS - offsetS, nanos(t, zone));
  }

  /** Where the zone begins, behind the fraction if there is one; negative when nothing plain is there. */
  private static int zoneAt(String t) {
    if (t.charAt(SECONDS_END) != '.') return SECONDS_END;
    int at = SECONDS_END + 1;
    while (at < t.length() && isDigit(t.charAt(at))) at++;
    int length = at - SECONDS_END - 1;
    return length == 0 || length > MAX_FRACTION || at == t.length() ? -1 : at;
  }

  private static int nanos(String t, int zone) {
    int nanos = 0;
    for (int i = 0; i < MAX_FRACTION; i++) {
      int at = SECONDS_END + 1 + i;
      nanos = nanos * 10 + (at < zone ? t.charAt(at) - '0' : 0);
    }
    return nanos;
  }

  private static @Nullable Integer offsetS(String t, int zone) {
    if (t.charAt(zone) == 'Z') return t.length() == zone + 1 ? 0 : null;
    char sign = t.charAt(zone);
    if ((sign != '+' && sign != '-') || t.length() != zone + 6 || t.charAt(zone + 3) != ':')
      return null;
    int hours = digits(t, zone + 1, 2);
    int minutes = digits(t, zone + 4, 2);
    if ((hours | minutes) < 0 || hours > 17 || minutes > 59) return null;
    return (sign == '-' ? -1 : 1) * (hours * 3_600 + minutes * 60);
  }

  /** The number that {@code length} digits make; negative when one is none. */
  private static int digits(String t, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      if (!isDigit(t.charAt(i))) return -1;
      number = number * 10 + t.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
