package bongsu.ops.fault.simulate;

import static bongsu.ops.fault.simulate.Violation.unless;

import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.owner.CityItem;
import bongsu.rules.owner.CityTurn;
import bongsu.rules.owner.CityWork;
import bongsu.rules.owner.Cursors;
import bongsu.rules.owner.NumberedInput;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Takes what fusion took, at the same times, without ever starting anew, and compares. */
final class CityWitness {
  private static final int MOST_INCIDENTS = 2_000;
  private static final int MOST_STATE = 40_000;

  private final CityWork work;
  private Instant lastAt = Instant.MIN;
  private long lastNo;

  CityWitness(TinyCity city, int shards) {
    work = city.newCityWork();
    work.rebuild(
        new CityWork.Start(0, Instant.MIN, new Cursors(shards), "", 0, List.of()),
        List.of(),
        Set.of());
  }

  void onCommit(
      List<NumberedInput> inputs, List<IncidentChange> changes, List<CityItem> read, String state) {
    inputs.forEach(this::onInput);
    CityTurn turn = work.begin();
    for (CityItem item : read) turn.on(item, lastAt);
    for (NumberedInput input : inputs) if (isNoItem(input.input())) turn.on(input.input(), lastAt);
    unless(
        inputs(turn.inputs()).equals(inputs(inputs)),
        "took %s, expected %s",
        inputs,
        turn.inputs());
    unless(turn.changes().equals(changes), "changed %s, expected %s", changes, turn.changes());
    unless(state.equals(work.judgeState()), "city rules: %s not %s", state, work.judgeState());
    requireBounded(state);
  }

  private void onInput(NumberedInput input) {
    unless(input.no() == ++lastNo, "input %s is not number %d", input, lastNo);
    unless(!input.at().isBefore(lastAt), "city time goes back from %s to %s", lastAt, input);
    lastAt = input.at();
  }

  private void requireBounded(String state) {
    int incidents = work.fusion().list().size();
    unless(incidents < MOST_INCIDENTS, "%d incidents in memory", incidents);
    unless(state.length() < MOST_STATE, "city rules remember %s", state);
  }

  private static boolean isNoItem(FusionInput input) {
    return input instanceof FusionInput.Tick
        || input instanceof FusionInput.Command
        || input instanceof FusionInput.OpenByHand;
  }

  private static List<FusionInput> inputs(List<NumberedInput> inputs) {
    return inputs.stream().map(NumberedInput::input).toList();
  }

  /** A new owner knows the incidents that one which never failed knows. */
  void requireSame(Fusion rebuilt) {
    List<Incident> actual = rebuilt.list();
    List<Incident> expected = work.fusion().list();
    boolean isSame = actual.size() == expected.size();
    for (int i = 0; i < actual.size() && isSame; i++)
      isSame = isSame(actual.get(i), expected.get(i));
    if (!isSame)
      throw new Violation("rebuilt %s: %s".formatted(revisions(actual), revisions(expected)));
  }

  private static boolean isSame(Incident a, Incident b) {
    return a.id().equals(b.id()) && a.revision() == b.revision();
  }

  private static List<String> revisions(List<Incident> incidents) {
    return incidents.stream().map(i -> i.id() + "/" + i.revision()).toList();
  }

  /** The incidents as an owner that never failed has them. */
  Fusion fusion() {
    return work.fusion();
  }
}
