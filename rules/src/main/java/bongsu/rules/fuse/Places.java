package bongsu.rules.fuse;

import bongsu.core.geo.Position;
import bongsu.core.incident.AlarmRecord;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.HelpRecord;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentRecords;
import bongsu.core.incident.Opening;
import bongsu.core.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an incident is: where the report that knows its place best says, the first such in a tie. */
final class Places {
  private static final Bilingual UNKNOWN = new Bilingual("위치 미상", "place unknown");

  private final FusionSettings settings;
  private final PlaceNamer namer;

  Places(FusionSettings settings, PlaceNamer namer) {
    this.settings = settings;
    this.namer = namer;
  }

  /** A place and its name. */
  record Spot(@Nullable Position position, Bilingual place) {}

  /**
   * What one report says of the place.
   *
   * @param uncertaintyM radius that holds it with 68 %
   */
  private record Claim(
      @Nullable Position position, @Nullable String address, double uncertaintyM) {}

  /** Of a first report. */
  Spot spot(@Nullable Position position, @Nullable String address) {
    if (address != null && !address.isBlank()) return new Spot(position, Bilingual.same(address));
    return new Spot(position, position == null ? UNKNOWN : namer.nameOf(position));
  }

  /** Of all its reports; a place an operator set stays. */
  Spot spotOf(Incident incident) {
    Position now = incident.findPosition().orElse(null);
    if (incident.opened().opening() instanceof Opening.ByHand && now != null)
      return new Spot(now, incident.place());
    List<Claim> claims = claims(incident.records());
    Claim best = best(claims);
    Position position = best == null ? now : best.position();
    String address = address(best, claims);
    boolean same = address == null && Objects.equals(position, now);
    return same ? new Spot(now, incident.place()) : spot(position, address);
  }

  private List<Claim> claims(IncidentRecords records) {
    List<Claim> claims = new ArrayList<>();
    for (CallRecord r : records.calls())
      claims.add(claim(r.call().position(), r.call().address(), 0));
    for (HelpRecord r : records.helps()) claims.add(claim(r.help().position(), null, 0));
    for (AlarmRecord r : records.alarms())
      claims.add(
          claim(r.alarm().position(), null, KindAffinity.wordOf(r.alarm()).spreadM()));
    return claims;
  }

  /** An alarm knows the place no better than the happenings of its kind spread. */
  private Claim claim(@Nullable Position position, @Nullable String address, double atLeastM) {
    if (position == null) return new Claim(null, address, Double.POSITIVE_INFINITY);
    double accuracyM = Correlation.accuracyM(position, settings.unknownAccuracyM());
    return new Claim(position, address, Math.max(atLeastM, accuracyM));
  }

  private static @Nullable Claim best(List<Claim> claims) {
    Claim best = null;
    for (Claim claim : claims)
      if (claim.position() != null && (best == null || claim.uncertaintyM() < best.uncertaintyM()))
        best = claim;
    return best;
  }

  private static @Nullable String address(@Nullable Claim best, List<Claim> claims) {
    if (best != null && isTold(best.address())) return best.address();
    for (Claim claim : claims) if (isTold(claim.address())) return claim.address();
    return null;
  }

  private static boolean isTold(@Nullable String address) {
    return address != null && !address.isBlank();
  }
}
