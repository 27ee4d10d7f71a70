package bongsu.ops.replay;

import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the file keeps what we read, by its first line, and how a row is read. */
final class SfFireColumns {
  private static final List<String> REQUIRED = List.of(
      "Call Number",
      "Unit ID",
      "Unit Type",
      "Call Type",
      "Call Final Disposition",
      "Received DtTm",
      "Dispatch DtTm",
      "Response DtTm",
      "On Scene DtTm",
      "Transport DtTm",
      "Hospital DtTm",
      "Available DtTm",
      "Address",
      "City",
      "Location");
  private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final Pattern LOCATION =
      Pattern.compile("\\(\\s*(-?\\d+(?:\\.\\d+)?),\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\)");

  /** Published is a point in the block, not the door. */
  private static final double BLOCK_M = 100;

  private final List<String> header;

  SfFireColumns(List<String> header) {
    this.header = header;
  }

  /** A row that cannot be read; the message is the reason, the same for all such rows. */
  static final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRowException(String reason) {
      super(reason);
    }
  }

  Optional<String> findMissing() {
    return REQUIRED.stream().filter(column -> !header.contains(column)).findFirst();
  }

  SfFireRow read(String[] cells) throws BadRowException {
    if (cells.length != header.size())
      throw new BadRowException("does not have the first line's " + header.size() + " cells");
    return new SfFireRow(
        required(cells, "Call Number"),
        text(cells, "Call Type"),
        text(cells, "Call Final Disposition"),
        requiredTime(cells, "Received DtTm"),
        times(cells),
        address(cells),
        position(cells));
  }

  private UnitTimes times(String[] cells) throws BadRowException {
    String unitType = text(cells, "Unit Type");
    return new UnitTimes(
        required(cells, "Unit ID"),
        unitType.isEmpty() ? null : unitType,
        time(cells, "Dispatch DtTm"),
        time(cells, "Response DtTm"),
        time(cells, "On Scene DtTm"),
        time(cells, "Transport DtTm"),
        time(cells, "Hospital DtTm"),
        time(cells, "Available DtTm"));
  }

  private @Nullable String address(String[] cells) {
    String street = text(cells, "Address");
    String city = text(cells, "City");
    if (street.isEmpty()) return null;
    return city.isEmpty() ? street : street + ", " + city;
  }

  private @Nullable Position position(String[] cells) throws BadRowException {
    String text = text(cells, "Location");
    if (text.isEmpty()) return null;
    Matcher matcher = LOCATION.matcher(text);
    if (!matcher.matches()) throw new BadRowException("Location is not (latitude, longitude)");
    try {
      return new Position(
          Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)), BLOCK_M);
    } catch (IllegalArgumentException e) {
      throw new BadRowException("Location is not on the earth");
    }
  }

  private Instant requiredTime(String[] cells, String column) throws BadRowException {
    Instant time = time(cells, column);
    if (time == null) throw new BadRowException(column + " is empty");
    return time;
  }

  private @Nullable Instant time(String[] cells, String column) throws BadRowException {
    String text = text(cells, column);
    if (text.isEmpty()) return null;
    try {
      return LocalDateTime.parse(text, TIME).atZone(SAN_FRANCISCO).toInstant();
    } catch (DateTimeException e) {
      throw new BadRowException(column + " is not a time like 12/31/2016 11:44:51 PM");
    }
  }

  private String required(String[] cells, String column) throws BadRowException {
    String text = text(cells, column);
    if (text.isEmpty()) throw new BadRowException(column + " is empty");
    return text;
  }

  private String text(String[] cells, String column) {
    return cells[header.indexOf(column)].strip();
  }
}
