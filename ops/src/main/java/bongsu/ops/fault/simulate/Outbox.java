package bongsu.ops.fault.simulate;

import bongsu.verticles.shard.Parcel;
import java.util.ArrayDeque;

/** Sends one thing's events in order, each again and again until it is acknowledged. */
final class Outbox {
  private static final long RESEND_MS = 4_000;

  private final World world;
  private final int shard;
  private final ArrayDeque<Parcel> waiting = new ArrayDeque<>();
  private boolean busy;
  private long attempt;

  Outbox(World world, String subject) {
    this.world = world;
    this.shard = world.shardOf(subject);
  }

  void add(Parcel parcel) {
    waiting.add(parcel);
    next();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void next() {
    if (busy || waiting.isEmpty()) return;
    busy = true;
    send();
  }

  private void send() {
    long mine = ++attempt;
    Parcel parcel = waiting.element();
    Delivered delivered = new Delivered(parcel, () -> {
      world.witness().onAcknowledged(parcel, world.store().holds(parcel));
      world.network().send(() -> onAnswer(mine));
    });
    world.network().send(() -> world.cluster().deliver(shard, delivered));
    world.scheduler().in(RESEND_MS, () -> {
      if (mine == attempt) send();
    });
  }

  /** An answer to an earlier attempt is too late to count. */
  private void onAnswer(long to) {
    if (to != attempt) return;
    attempt++;
    waiting.remove();
    busy = false;
    next();
  }
}
