package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import bongsu.rules.judge.Announcer.FirstEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Raises for each event that tells of a moment: a camera saw smoke. While a thing
 * goes on telling, each time within {@code quietS} of the last, it is one alarm; after more
 * than that it is a new one. Never cleared: a moment does not end.
 *
 * <p>An event observed earlier than the last one of its thing is ignored.
 */
final class OccurrenceRule implements RunningRule {
  private final Aim aim;
  private final Condition reached;
  private final long quietMs;
  private final Announcer announcer;
  private final States<Quiet> states = new States<>();

  OccurrenceRule(Aim aim, Condition reached, double quietS, Announcer announcer) {
    this.aim = aim;
    this.reached = reached;
    this.quietMs = Math.round(quietS * 1000);
    this.announcer = announcer;
  }

  /** When a thing last told of it. */
  private final class Quiet implements States.State {
    private static final long FORGET_MS = 86_400_000;
    private long lastAtMs;

    Quiet(long lastAtMs) {
      this.lastAtMs = lastAtMs;
    }

    /**
     * Long after it matters to what comes in time: others may be ahead, and what this thing tells
     * late must not be news again because of them.
     */
    @Override
    public long keepUntilMs() {
      return lastAtMs + quietMs + FORGET_MS;
    }

    @Override
    public void write(JsonText json) {
      json.put("at", lastAtMs);
    }
  }

  @Override
  public void judge(CityEvent event, RuleOutput out) {
    if (!reached.holds(event)) return;
    if (!aim.isAt(event) || !aim.holds(event)) return;
    if (isNew(event)) out.add(raise(event));
  }

  private boolean isNew(CityEvent event) {
    long atMs = event.observedAt().toEpochMilli();
    Quiet quiet = states.find(event);
    if (quiet == null) {
      states.add(event, new Quiet(atMs));
      return true;
    }
    boolean over = atMs - quiet.lastAtMs > quietMs;
    quiet.lastAtMs = Math.max(quiet.lastAtMs, atMs);
    return over;
  }

  private Judgement raise(CityEvent event) {
    Enum<?> word = EventType.wordOf(event);
    String observation = word == null ? event.type() : WireEnum.wordOf(word);
    Map<String, Bilingual> more = Map.of("limit", Bilingual.same(Numbers.plain(reached.level())));
    return announcer.raise(event, event, null, FirstEvent.of(event), observation, more);
  }

  @Override
  public int remembered() {
    return states.size();
  }

  @Override
  public void write(JsonText json) {
    states.write(json);
  }

  @Override
  public void restore(JsonNode state) {
    states.restore(state, (key, fields) -> new Quiet(fields.path("at").asLong()));
  }
}
