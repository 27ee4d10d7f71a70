package bongsu.verticles.journal;

import bongsu.verticles.Address;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/** Opens the node's journal, drains it when the store is back, and tells every node's pages of its calls. */
public final class JournalVerticle extends VerticleBase {
  private static final long TICK_MS = 25;
  private static final long LOOK_MS = 250;
  private static final long TELL_MS = 1_000;

  private final Journal journal;
  private final DrainSetting setting;
  private final List<String> gone;
  private long toldVersion;

  /** @param gone names of nodes that are no more: this one drains what they left */
  public JournalVerticle(Journal journal, DrainSetting setting, List<String> gone) {
    this.journal = journal;
    this.setting = setting;
    this.gone = gone;
  }

  @Override
  public Future<?> start() {
    JournalLane calls = journal.lane(true);
    Confirming confirming = new Confirming(vertx, setting.queries(), journal.unconfirmed());
    Drain first = new Drain(vertx, calls, setting, () -> false, confirming::onStored);
    Drain then = new Drain(vertx, journal.lane(false), setting, calls::isTaking, events -> {});
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
          vertx.setPeriodic(LOOK_MS, tick -> confirming.look());
          vertx.setPeriodic(TELL_MS, tick -> tell());
        });
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
