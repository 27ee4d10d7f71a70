package bongsu.core.event;

import bongsu.core.geo.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to 112 or 119 as its agency recorded it. A higher {@code revision} of the same receipt
 * replaces a lower one, never the other way round.
 *
 * @param code 112 only: 0 (most urgent) to 4
 * @param personal phone and narrative; null in stored and live copies
 */
public record CallReport(
    Origin origin,
    int revision,
    Agency agency,
    String receiptNo,
    CallType callType,
    @Nullable Integer code,
    @Nullable Position position,
    @Nullable String address,
    CallStage stage,
    @Nullable CloseCode closeCode,
    @Nullable Integer injured,
    List<UnitTimes> units,
    @Nullable Personal personal)
    implements CityEvent {
  public CallReport {
    if (revision < 1)
      throw new IllegalArgumentException("revision must be at least 1, was " + revision);
    units = List.copyOf(units);
  }

  @Override
  public String subject() {
    return receiptNo;
  }

  @Override
  public Lane lane() {
    return Lane.P0;
  }

  @Override
  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }

  /** The same report without its personal fields. */
  public CallReport withoutPersonal() {
    return withPersonal(null);
  }

  /** The same report with these units instead of its own. */
  public CallReport withUnits(List<UnitTimes> others) {
    return new CallReport(
        origin, revision, agency, receiptNo, callType, code, position, address, stage, closeCode,
        injured, others, personal);
  }

  public CallReport withPersonal(@Nullable Personal other) {
    return new CallReport(
        origin, revision, agency, receiptNo, callType, code, position, address, stage, closeCode,
        injured, units, other);
  }
}
