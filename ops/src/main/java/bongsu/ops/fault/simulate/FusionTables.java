package bongsu.ops.fault.simulate;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import bongsu.rules.owner.NumberedInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code fusion_input}, {@code incident_change}, {@code incident} and {@code fusion_checkpoint}. */
final class FusionTables {
  /** A line of {@code incident}; closedAt is null while it is open. */
  record Line(
      String id, int revision, Instant openedAt, @Nullable Instant closedAt) {}

  final List<NumberedInput> inputs = new ArrayList<>();
  final List<IncidentChange> changes = new ArrayList<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, Line> open = new LinkedHashMap<>();
  private final ArrayDeque<String> closed = new ArrayDeque<>();
  String state = "";
  private final int shards;
  private final Map<String, String> lastIdOfDay = new TreeMap<>();
  private Cursors cursors;
  private @Nullable NumberedInput lastTick;

  FusionTables(int shards) {
    this.shards = shards;
    this.cursors = new Cursors(shards);
  }

  void add(NumberedInput input) {
    if (input.input() instanceof FusionInput.Tick) lastTick = input;
    inputs.add(Sample.kept(input));
  }

  void add(IncidentChange change) {
    IncidentChange kept = Sample.kept(change);
    String incidentId = kept.incidentId();
    changes.add(kept);
    lastIdOfDay.merge(
        incidentId.substring(0, 10), incidentId, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  void line(Incident incident) {
    Line line = new Line(
        incident.id(),
        incident.revision(),
        incident.openedAt(),
        incident.findClosedAt().orElse(null));
    lines.put(line.id(), line);
    if (line.closedAt() == null) open.put(line.id(), line);
    else if (open.remove(line.id()) != null) closed.addFirst(line.id());
    if (closed.size() > 10) closed.removeLast();
  }

  /** The last ten that were closed and are still so. */
  List<Line> listClosedLately() {
    return closed.stream()
        .map(lines::get)
        .filter(line -> line.closedAt() != null)
        .toList();
  }

  int countOpen() {
    return open.size();
  }

  List<Line> listOpen() {
    return List.copyOf(open.values());
  }

  void keep(Cursors now, String stateNow) {
    cursors = copy(now);
    state = stateNow;
  }

  private Cursors copy(Cursors from) {
    return Cursors.kept(shards, from.judgements(), from.calls());
  }

  CityWork.Start start() {
    Instant lastAt =
        inputs.isEmpty() ? Instant.MIN : inputs.get(inputs.size() - 1).at();
    return new CityWork.Start(
        inputs.size(),
        lastAt,
        copy(cursors),
        state,
        changes.size(),
        List.copyOf(lastIdOfDay.values()));
  }

  /** City time of the last tick, by which closed incidents leave memory. */
  Instant lastTickAt() {
    return lastTick == null ? Instant.EPOCH : lastTick.at().truncatedTo(ChronoUnit.MILLIS);
  }

  /** All changes, in order, of incidents that are open or were closed since a city time. */
  List<IncidentChange> remembered(Instant closedSince) {
    return changes.stream()
        .filter(change -> isRemembered(change.incidentId(), closedSince))
        .toList();
  }

  private boolean isRemembered(String incidentId, Instant closedSince) {
    Line line = lines.get(incidentId);
    return line != null && (line.closedAt() == null || !line.closedAt().isBefore(closedSince));
  }
}
