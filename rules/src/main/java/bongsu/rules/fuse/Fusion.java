package bongsu.rules.fuse;

import bongsu.core.geo.LocalPlane;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns numbered inputs into incidents. Depends on its arguments alone: the same inputs in the same
 * order give the same changes, byte for byte. All it knows follows from the changes, so it is
 * rebuilt by {@link #apply} and {@link #resumeAt}.
 *
 * <p>Not thread-safe. {@link #on} has applied its changes when it returns: if they cannot be
 * committed, throw this object away and rebuild.
 */
public final class Fusion {
  private final Ledger ledger;
  private final CallFusion calls;
  private final AlarmFusion alarms;
  private final HelpFusion helps;
  private final UnitFusion units;
  private final OperatorCommands commands;
  private final Housekeeping housekeeping;

  /** @param plane of the city, in metres */
  public Fusion(FusionSettings settings, LocalPlane plane, PlaceNamer namer) {
    ZoneId zone = settings.zone();
    Places places = new Places(settings, namer);
    Consequences consequences = new Consequences(places);
    Matching matching = new Matching(new Correlation(settings, plane), settings.reopenWindow());
    ledger = new Ledger(plane);
    calls = new CallFusion(matching, places, consequences, zone);
    alarms = new AlarmFusion(matching, places, consequences, zone);
    helps = new HelpFusion(matching, places, consequences, zone);
    units = new UnitFusion(consequences);
    commands = new OperatorCommands(places, zone);
    housekeeping = new Housekeeping(settings);
  }

  /** Rebuilds: changes are numbered on after {@code lastSeq}, the highest ever committed. */
  public void resumeAt(long lastSeq) {
    ledger.resumeAt(lastSeq);
  }

  /**
   * Rebuilds: ids already given are not given again. Needed only where the city's clock may come
   * back to a day whose incidents are no longer applied, as in a replay.
   *
   * @param incidentIds at least the highest of each such day
   */
  public void idsGiven(Collection<String> incidentIds) {
    ledger.idsGiven(incidentIds);
  }

  /**
   * Rebuilds: takes a committed change. Wanted are all changes of the incidents that are open or
   * closed within {@link FusionSettings#closedStays}, by seq.
   *
   * @throws IllegalArgumentException when it does not follow what was applied before
   */
  public void apply(IncidentChange change) {
    ledger.apply(change);
  }

  /**
   * Takes one input.
   *
   * @param inputNo its number in the owner's log of inputs
   * @param cityNow by the city's clock, never before that of an earlier input
   * @return its changes, already applied, and the answer if it was a command
   */
  public Outcome on(long inputNo, Instant cityNow, FusionInput input) {
    Turn turn = new Turn(ledger, inputNo, cityNow.truncatedTo(ChronoUnit.MILLIS));
    Answer answer = on(turn, input);
    return new Outcome(turn.changes(), answer);
  }

  private @Nullable Answer on(Turn turn, FusionInput input) {
    if (input instanceof FusionInput.Command command) return commands.on(turn, command);
    if (input instanceof FusionInput.OpenByHand open) return commands.on(turn, open);
    if (input instanceof FusionInput.Call call) calls.on(turn, call);
    else if (input instanceof FusionInput.Help help) helps.on(turn, help.help(), help.receivedAt());
    else if (input instanceof FusionInput.AlarmRaised raised) alarms.onRaised(turn, raised.alarm());
    else if (input instanceof FusionInput.AlarmCleared cleared) alarms.onCleared(turn, cleared);
    else if (input instanceof FusionInput.UnitProgress unit) units.on(turn, unit.unit());
    else housekeeping.onTick(turn);
    return null;
  }

  /** Number of the last change. */
  public long seq() {
    return ledger.seq();
  }

  /** The incident if it is in memory; only to be read, and only until the next input. */
  public Optional<Incident> find(String incidentId) {
    return ledger.find(incidentId).map(Story::incident);
  }

  /** @throws NoSuchElementException when it is not in memory */
  public Incident getIncident(String incidentId) {
    return find(incidentId)
        .orElseThrow(() -> new NoSuchElementException("no incident " + incidentId));
  }

  /** Those in memory, in the order they opened; only to be read, until the next input. */
  public List<Incident> list() {
    return ledger.stories().stream().map(Story::incident).toList();
  }
}
