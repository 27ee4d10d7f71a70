package bongsu.verticles.shard;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parcels of one sender for one shard, answered together once each one's outcome is known. All
 * urgent or none.
 */
public final class Delivery {
  private final List<Parcel> parcels;
  private final Outcome[] outcomes;
  private final Promise<Outcome[]> answer;
  private int open;

  /** @param answer gets one outcome for each parcel, in order */
  public Delivery(List<Parcel> parcels, Promise<Outcome[]> answer) {
    this.parcels = parcels;
    this.outcomes = new Outcome[parcels.size()];
    this.open = parcels.size();
    this.answer = answer;
  }

  public List<Parcel> parcels() {
    return parcels;
  }

  /** Settles one parcel; the last one answers the sender. The owner's thread only. */
  void settle(int index, Outcome outcome) {
    if (outcomes[index] != null) return;
    outcomes[index] = outcome;
    if (--open == 0) answer.tryComplete(outcomes);
  }

  boolean settled() {
    return open == 0;
  }

  /** Settles what is still open. */
  void settleRest(Outcome outcome) {
    for (int i = 0; i < outcomes.length; i++) settle(i, outcome);
  }

  /** The form between nodes. */
  static JsonArray toWire(List<Parcel> parcels) {
    JsonArray wire = new JsonArray();
    for (Parcel parcel : parcels) wire.add(parcel.toWire());
    return wire;
  }

  static List<Parcel> fromWire(JsonArray wire) {
    List<Parcel> parcels = new ArrayList<>(wire.size());
    for (int i = 0; i < wire.size(); i++) parcels.add(Parcel.fromWire(wire.getString(i)));
    return parcels;
  }

  static String toWire(Outcome[] outcomes) {
    StringBuilder codes = new StringBuilder(outcomes.length);
    for (Outcome outcome : outcomes) codes.append(outcome.code());
    return codes.toString();
  }

  static Outcome[] fromWire(String codes) {
    return codes.chars().mapToObj(code -> Outcome.of((char) code)).toArray(Outcome[]::new);
  }

  /** The same outcome for all. */
  static Outcome[] all(int size, Outcome outcome) {
    Outcome[] outcomes = new Outcome[size];
    Arrays.fill(outcomes, outcome);
    return outcomes;
  }
}
