package bongsu.verticles.journal;

import bongsu.verticles.Address;
import bongsu.verticles.cluster.Owners;
import bongsu.verticles.shard.Parcel;
import bongsu.verticles.shard.ShardDoors;
import bongsu.verticles.store.Reachability;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/** Opens the node's journal, drains it when the store is back, and tells every node's pages of its calls. */
public final class JournalVerticle extends VerticleBase {
  private static final long TICK_MS = 25;
  private static final long TELL_MS = 1_000;

  /** So long fusion may need to make an incident of a call: nobody sees neither of the two. */
  private static final long SHOWN_ON_MS = 1_500;

  private final Journal journal;
  private final Reachability store;
  private final Owners owners;
  private final ShardDoors doors;
  private final List<String> gone;
  private long toldVersion;

  /** @param gone names of nodes that are no more: this one drains what they left */
  public JournalVerticle(
      Journal journal, Reachability store, Owners owners, ShardDoors doors, List<String> gone) {
    this.journal = journal;
    this.store = store;
    this.owners = owners;
    this.doors = doors;
    this.gone = gone;
  }

  @Override
  public Future<?> start() {
    JournalLane calls = journal.lane(true);
    Drain first = new Drain(vertx, calls, store, owners, doors, () -> false, this::onCallsStored);
    Drain then =
        new Drain(vertx, journal.lane(false), store, owners, doors, calls::isTaking, events -> {});
    return vertx
        .executeBlocking(() -> {
          journal.open(gone);
          return true;
        })
        .onSuccess(opened -> {
          vertx.setPeriodic(TICK_MS, tick -> {
            first.tick();
            then.tick();
            tellNews();
          });
          vertx.setPeriodic(TELL_MS, tick -> tell());
        });
  }

  private void onCallsStored(List<Parcel> calls) {
    vertx.setTimer(SHOWN_ON_MS, later -> journal.unconfirmed().onStored(calls));
  }

  private void tellNews() {
    if (journal.unconfirmed().version() != toldVersion) tell();
  }

  private void tell() {
    toldVersion = journal.unconfirmed().version();
    vertx.eventBus().publish(Address.CALLS_UNCONFIRMED, journal.unconfirmed().message());
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      journal.close();
      return true;
    });
  }
}
