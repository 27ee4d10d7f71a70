package bongsu.rules.owner;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.fuse.Outcome;
import bongsu.rules.judge.RuleFailedException;
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
  private final List<Failed> failed = new ArrayList<>();

  /** A row that a city rule could not bear; other rules have judged it all the same. */
  public record Failed(RowKey row, RuleFailedException why) {}

  CityTurn(CityWork work) {
    this.work = work;
  }

  /** Takes a row, which counts as read from now on. */
  public void on(CityItem item, Instant cityNow) {
    work.read(item, why -> failed.add(new Failed(item.key(), why)))
        .forEach(input -> on(input, cityNow));
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

  /** What city rules could not bear; to be noted once this turn is committed. */
  public List<Failed> failed() {
    return Collections.unmodifiableList(failed);
  }

  /** Ids of the city rules that are switched off. */
  public List<String> rulesOff() {
    return work.rulesOff();
  }

  /** The incidents that changed, as they are now. */
  public Collection<Incident> touched() {
    return Collections.unmodifiableCollection(touched.values());
  }
}
