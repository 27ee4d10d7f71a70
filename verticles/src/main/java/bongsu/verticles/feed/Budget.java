package bongsu.verticles.feed;

import bongsu.core.event.Lane;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a node holds of what it has taken in and not yet answered, over all doors and
 * connections. Lower lanes may fill a part of it only, so that the rest stays free for calls; calls
 * may fill all of it and no more; and no sender more than half, so that one that runs wild leaves
 * room for the others. Any thread may call.
 */
public final class Budget {
  /** What an event weighs beside its own bytes: objects, queues, who waits for its outcome. */
  static final int EVENT_BYTES = 1_024;

  private final long mostBytes;
  private final AtomicLong taken = new AtomicLong();
  private final Map<String, AtomicLong> bySender = new ConcurrentHashMap<>();

  /** @param mostBytes in all */
  public Budget(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** For events on their way to the store: an eighth of the heap, as each may be there in four forms. */
  public static Budget ofEvents() {
    return new Budget(Runtime.getRuntime().maxMemory() / 8);
  }

  /** For bodies of requests while they are read and answered. */
  public static Budget ofBodies() {
    return new Budget(Runtime.getRuntime().maxMemory() / 16);
  }

  /**
   * Takes room, to be given {@link #giveBack back} once, after the answer.
   *
   * @return false when there is none for this lane or this sender: nothing was taken
   */
  boolean take(String sender, Lane lane, long bytes) {
    if (taken.addAndGet(bytes) > mostOf(lane)) {
      taken.addAndGet(-bytes);
      return false;
    }
    if (of(sender).addAndGet(bytes) <= mostBytes / 2) return true;
    giveBack(sender, bytes);
    return false;
  }

  void giveBack(String sender, long bytes) {
    of(sender).addAndGet(-bytes);
    taken.addAndGet(-bytes);
  }

  /** Bytes taken now. */
  public long taken() {
    return taken.get();
  }

  private long mostOf(Lane lane) {
    return switch (lane) {
      case P0 -> mostBytes;
      case P1 -> mostBytes / 100 * 75;
      case P2 -> mostBytes / 100 * 65;
      case P3 -> mostBytes / 2;
    };
  }

  /** One for each token that ever sent here: tokens are few. */
  private AtomicLong of(String sender) {
    return bySender.computeIfAbsent(sender, first -> new AtomicLong());
  }
}
