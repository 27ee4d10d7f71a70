package bongsu.ops.fault.simulate;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.FusionInputJson;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code fusion_input}, {@code incident_change}, {@code incident} and {@code fusion_checkpoint}. */
final class FusionTables {
  private static final String TICK = FusionInputJson.write(new FusionInput.Tick());

  /** A kept input. */
  record InputRow(long no, Instant at, String body) {}

  /** A line of {@code incident}; closedAt is null while it is open. */
  record Line(
      String id, int revision, Instant openedAt, @Nullable Instant closedAt) {}

  final List<InputRow> inputs = new ArrayList<>();
  final List<String> changes = new ArrayList<>();
  final Map<String, List<IncidentChange>> changesOf = new LinkedHashMap<>();
  final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, Line> open = new LinkedHashMap<>();
  String state = "";
  private final int shards;
  private final Map<String, String> lastIdOfDay = new TreeMap<>();
  private Cursors cursors;
  private long lastTickNo;

  FusionTables(int shards) {
    this.shards = shards;
    this.cursors = new Cursors(shards);
  }

  void add(long no, Instant at, String body) {
    if (body.equals(TICK)) lastTickNo = no;
    inputs.add(new InputRow(no, at, body));
  }

  void add(String incidentId, String body) {
    changes.add(body);
    changesOf
        .computeIfAbsent(incidentId, id -> new ArrayList<>())
        .add(IncidentChangeJson.read(body));
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
    else open.remove(line.id());
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
    return lastTickNo == 0
        ? Instant.EPOCH
        : inputs.get((int) lastTickNo - 1).at().truncatedTo(ChronoUnit.MILLIS);
  }

  /** All changes, in order, of incidents that are open or were closed since a city time. */
  List<IncidentChange> remembered(Instant closedSince) {
    List<IncidentChange> found = new ArrayList<>();
    for (Line line : lines.values())
      if (line.closedAt() == null || !line.closedAt().isBefore(closedSince))
        found.addAll(changesOf.getOrDefault(line.id(), List.of()));
    found.sort(Comparator.comparing(IncidentChange::seq));
    return found;
  }
}
