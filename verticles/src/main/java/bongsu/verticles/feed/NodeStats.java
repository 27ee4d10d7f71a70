package bongsu.verticles.feed;

import bongsu.core.event.Lane;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a node counts of its own work since it started; read by status and metrics. Any thread. */
public final class NodeStats {
  /** What, beside events, is turned away when a limit is reached. */
  public enum Limit {
    /** A connection over MQTT. */
    MQTT_CONNECTIONS,
    /** A connection over HTTP. */
    HTTP_CONNECTIONS,
    /** A request whose body nobody had room for. */
    REQUESTS,
    /** A screen that changed its view too often. */
    SCREENS,
    /** The state of a thing beyond those that the map can show. */
    THINGS
  }

  private final LongAdder[] shed = new LongAdder[Lane.values().length];
  private final LongAdder[] turnedAway = new LongAdder[Limit.values().length];
  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final AtomicLong commitMicros = new AtomicLong();

  public NodeStats() {
    Arrays.setAll(shed, lane -> new LongAdder());
    Arrays.setAll(turnedAway, limit -> new LongAdder());
  }

  /** An event was refused before it was acknowledged. */
  public void onShed(Lane lane) {
    shed[lane.ordinal()].increment();
  }

  /** Something was turned away because of a limit. */
  public void onTurnedAway(Limit limit) {
    turnedAway[limit.ordinal()].increment();
  }

  public void onAccepted() {
    accepted.increment();
  }

  public void onDuplicate() {
    duplicates.increment();
  }

  /** A group was committed; keeps a moving average over about 16 commits. */
  public void onCommit(long nanos) {
    long micros = nanos / 1_000;
    commitMicros.updateAndGet(before -> before + (micros - before) / 16);
  }

  public long shed(Lane lane) {
    return shed[lane.ordinal()].sum();
  }

  public long turnedAway(Limit limit) {
    return turnedAway[limit.ordinal()].sum();
  }

  public long accepted() {
    return accepted.sum();
  }

  public long duplicates() {
    return duplicates.sum();
  }

  /** Milliseconds a commit takes lately. */
  public double commitMs() {
    return commitMicros.get() / 1_000.0;
  }
}
