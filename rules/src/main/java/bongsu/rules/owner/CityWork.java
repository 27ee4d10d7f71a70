package bongsu.rules.owner;

import bongsu.core.geo.Position;
import bongsu.core.incident.IncidentChange;
import bongsu.rules.fuse.Fusion;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.RuleFailedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the city's owner knows: the incidents, the city rules' memory, how far it has read and
 * numbered. What a {@link CityTurn} took must be committed whole, together with {@link #cursors} and
 * {@link #judgeState}; else throw this away and rebuild.
 */
public final class CityWork {
  /**
   * Where the owner before stopped.
   *
   * @param lastAt city time of its last input; {@link Instant#MIN} before the first
   * @param state of the city rules, empty at the very first start
   * @param lastSeq of the last change
   * @param ids of incidents, the last of each day
   */
  public record Start(
      long inputNo,
      Instant lastAt,
      Cursors cursors,
      String state,
      long lastSeq,
      List<String> ids) {}

  private final Fusion fusion;
  private final CityReader reader;
  private CityJudge judge;
  private Cursors cursors = new Cursors(0);
  private Set<RowKey> givenUp = Set.of();
  private long inputNo;
  private Instant lastAt = Instant.MIN;
  private @Nullable String judgeState;

  /**
   * @param fusion empty
   * @param judge with nothing in memory
   * @param placeOf the position of an asset, for help buttons that do not say where they are
   */
  public CityWork(Fusion fusion, CityJudge judge, Function<String, Optional<Position>> placeOf) {
    this.fusion = fusion;
    this.judge = judge;
    this.reader = new CityReader(placeOf);
  }

  /**
   * Goes on where the owner before stopped.
   *
   * @param changes of the incidents to be remembered, by seq
   * @param passedOver rows that are read but not taken
   */
  public void rebuild(Start start, List<IncidentChange> changes, Set<RowKey> passedOver) {
    changes.forEach(fusion::apply);
    fusion.resumeAt(start.lastSeq());
    fusion.idsGiven(start.ids());
    cursors = start.cursors();
    givenUp = passedOver;
    inputNo = start.inputNo();
    lastAt = start.lastAt();
  }

  /** @throws RuntimeException when the city rules' memory cannot be read: {@link #judgeAnew} then */
  public void remember(String state) {
    judgeState = null;
    if (!state.isEmpty()) judge.restore(state);
  }

  /** @param other with nothing in memory */
  public void judgeAnew(CityJudge other) {
    judge = other;
    judgeState = null;
  }

  /** Goes on with a judge that sees other assets or rules, and remembers what this one did. */
  public void goOnWith(CityJudge other) {
    other.restore(judge.checkpoint());
    judgeAnew(other);
  }

  public CityTurn begin() {
    return new CityTurn(this);
  }

  /** @param failed takes why city rules failed on it */
  List<FusionInput> read(CityItem item, Consumer<RuleFailedException> failed) {
    RowKey key = item.key();
    if (item.isCall()) {
      cursors.onCall(key.shard(), key.seq());
    } else {
      cursors.onJudgement(key.shard(), key.seq());
      judgeState = null;
    }
    return givenUp.contains(key) ? List.of() : reader.read(item, judge, failed);
  }

  /** Never before an earlier input's time, whatever happens to machines' clocks. */
  NumberedInput number(FusionInput input, Instant cityNow) {
    if (cityNow.isAfter(lastAt)) lastAt = cityNow;
    return new NumberedInput(++inputNo, lastAt, input);
  }

  /** The incidents; only to be read. */
  public Fusion fusion() {
    return fusion;
  }

  public Cursors cursors() {
    return cursors;
  }

  List<String> rulesOff() {
    return judge.listOff();
  }

  /** All the city rules remember; they learn from judgements only. */
  public String judgeState() {
    if (judgeState == null) judgeState = judge.checkpoint();
    return judgeState;
  }
}
