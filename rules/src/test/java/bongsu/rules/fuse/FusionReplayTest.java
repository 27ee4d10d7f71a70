package bongsu.rules.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.IncidentChangeJson;
import bongsu.core.incident.IncidentJson;
import bongsu.core.incident.PersonalLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three fusions on one stream: the first as it runs, the second on inputs read back from their
 * stored form, the third rebuilt again and again from stored changes alone. All three must agree to
 * the byte.
 */
class FusionReplayTest {
  private static final int STEPS = 2_500;
  private static final FusionSettings SETTINGS = FusionSettings.defaults();

  private final Fusion live = City.newFusion(SETTINGS);
  private final Fusion replayed = City.newFusion(SETTINGS);
  private Fusion rebuilt = City.newFusion(SETTINGS);
  private final List<String> log = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameInputsAndTheSameChangesTellTheSameStory(long seed) {
    RandomInputs inputs = new RandomInputs(seed);
    Instant now = City.START;
    for (int no = 1; no <= STEPS; no++) {
      now = inputs.later(now);
      step(no, now, inputs.next(now, live.list()));
      if (no % 500 == 0) rebuild();
    }
    everyChangeHappened();
  }

  private void step(long no, Instant now, FusionInput input) {
    String stored = FusionInputJson.write(input);
    FusionInput read = FusionInputJson.read(stored);
    assertEquals(stored, FusionInputJson.write(read));
    Outcome outcome = live.on(no, now, input);
    List<String> changes = bytes(outcome);
    Instant kept = Instant.ofEpochMilli(now.toEpochMilli());
    Outcome again = replayed.on(no, kept, read);
    assertEquals(changes, bytes(again));
    assertEquals(outcome.answer(), again.answer());
    Outcome after = rebuilt.on(no, kept, read);
    assertEquals(changes, bytes(after));
    assertEquals(outcome.answer(), after.answer());
    log.addAll(changes);
  }

  private static List<String> bytes(Outcome outcome) {
    return outcome.changes().stream().map(IncidentChangeJson::write).toList();
  }

  private void rebuild() {
    Set<String> kept = live.list().stream().map(Incident::id).collect(Collectors.toSet());
    rebuilt = City.newFusion(SETTINGS);
    for (String json : log) {
      IncidentChange change = IncidentChangeJson.read(json);
      assertEquals(json, IncidentChangeJson.write(change));
      if (kept.contains(change.incidentId())) rebuilt.apply(change);
    }
    rebuilt.resumeAt(live.seq());
    assertEquals(shown(live), shown(rebuilt));
  }

  private static List<String> shown(Fusion fusion) {
    return fusion.list().stream()
        .flatMap(i -> java.util.stream.Stream.of(
            IncidentJson.summary(i), IncidentJson.detail(i, PersonalLookup.NONE)))
        .toList();
  }

  private void everyChangeHappened() {
    Set<String> seen = new TreeSet<>();
    for (String json : log) seen.add(IncidentChangeJson.read(json).change());
    Set<String> all = new TreeSet<>();
    for (Class<?> change : IncidentChange.class.getPermittedSubclasses())
      all.add(change.getSimpleName());
    assertEquals(all, seen);
    assertTrue(log.size() > STEPS / 2, "changes: " + log.size());
  }
}
