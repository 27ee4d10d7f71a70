package bongsu.verticles.shard;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Commits items in groups: at once while nothing is under way, else everything that has come
 * meanwhile as soon as the commit before is done and its {@link Pace} allows. So a quiet city pays
 * no wait and a loud one gets large groups. One event loop only; order is kept.
 */
final class GroupCommit<T> {
  private static final int GIVE_UP_S = 12;

  /** Runs something later on the same event loop. */
  interface Later {
    void in(long ms, Runnable go);
  }

  private final int max;
  private final Pace pace;
  private final Later later;
  private final Function<List<T>, Future<Void>> commit;
  private final Consumer<Throwable> onFailure;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param max the most items of one group
   * @param pace between groups that are not full
   * @param commit writes one group; the next is not written before it is done
   * @param onFailure once a commit failed: nothing more will be written
   */
  GroupCommit(
      int max,
      Pace pace,
      Later later,
      Function<List<T>, Future<Void>> commit,
      Consumer<Throwable> onFailure) {
    this.max = max;
    this.pace = pace;
    this.later = later;
    this.commit = commit;
    this.onFailure = onFailure;
  }

  void add(T item) {
    waiting.add(item);
    pace.onAdded();
  }

  int waiting() {
    return waiting.size();
  }

  /** Starts a commit when none is under way and something waits. */
  void go() {
    if (busy || waiting.isEmpty()) return;
    busy = true;
    long waitNs = pace.waitNs(System.nanoTime());
    if (waitNs <= 0 || waiting.size() >= max) write();
    else later.in(1 + TimeUnit.NANOSECONDS.toMillis(waitNs), this::write);
  }

  private void write() {
    pace.onBegun(System.nanoTime());
    Future.succeededFuture(nextGroup())
        .compose(commit)
        .timeout(GIVE_UP_S, TimeUnit.SECONDS)
        .onComplete(done -> {
          if (done.failed()) {
            onFailure.accept(done.cause());
            return;
          }
          busy = false;
          go();
        });
  }

  private List<T> nextGroup() {
    List<T> group = new ArrayList<>(Math.min(max, waiting.size()));
    while (group.size() < max && !waiting.isEmpty()) group.add(waiting.poll());
    return group;
  }
}
