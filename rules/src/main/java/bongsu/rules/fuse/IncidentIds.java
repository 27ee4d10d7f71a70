package bongsu.rules.fuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers incidents by city date: {@code I-20260806-0012}, five digits after the 9 999th. */
final class IncidentIds {
  private static final Pattern OURS = Pattern.compile("I-\\d{8}-\\d{4,9}");

  private final Map<String, Integer> highest = new HashMap<>();

  String next(Instant now, ZoneId zone) {
    String day =
        "I-" + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(now, zone)) + '-';
    String number = Integer.toString(highest.getOrDefault(day, 0) + 1);
    return day + "0".repeat(Math.max(0, 4 - number.length())) + number;
  }

  /** @throws IllegalArgumentException when it is no id of ours */
  void taken(String id) {
    int dash = id.lastIndexOf('-');
    if (!OURS.matcher(id).matches())
      throw new IllegalArgumentException("not an incident id: " + id);
    highest.merge(id.substring(0, dash + 1), Integer.parseInt(id.substring(dash + 1)), Math::max);
  }
}
