package bongsu.rules.owner;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One commit's worth of inputs and what they caused. */
public final class CityTurn {
  private final CityWork work;
  private final List<NumberedInput> inputs = new ArrayList<>();
  private final List<IncidentChange> changes = new ArrayList<>();
  private final Map<String, Incident> touched = new LinkedHashMap<>();

  CityTurn(CityWork work) {
    this.work = work;
  }

  /** Takes a row, which counts as read from now on. */
  public void on(CityItem item, Instant cityNow) {
    work.read(item).forEach(input -> on(input, cityNow));
  }

  /** Takes one input; changes follow at once, and must be committed or all thrown away. */
  public Outcome on(FusionInput input, Instant cityNow) {
    NumberedInput numbered = work.number(input, cityNow);
    Outcome outcome = work.fusion().on(numbered.no(), numbered.at(), input);
    inputs.add(numbered);
    changes.addAll(outcome.changes());
    for (IncidentChange change : outcome.changes())
      touched.put(change.incidentId(), work.fusion().getIncident(change.incidentId()));
    return outcome;
  }

  public boolean isEmpty() {
    return inputs.isEmpty();
  }

  public List<NumberedInput> inputs() {
    return Collections.unmodifiableList(inputs);
  }

  public List<IncidentChange> changes() {
    return Collections.unmodifiableList(changes);
  }

  /** The incidents that changed, as they are now. */
  public Collection<Incident> touched() {
    return Collections.unmodifiableCollection(touched.values());
  }
}
