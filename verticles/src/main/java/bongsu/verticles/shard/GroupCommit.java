package bongsu.verticles.shard;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Commits items in groups, as the {@link GroupQueue} says: a quiet city pays no wait, a busy one
 * does not spend its cores on groups of two, and a loud one gets large groups. One event loop only.
 */
final class GroupCommit<T> {
  private static final int GIVE_UP_S = 12;

  /** Runs something later on the same event loop. */
  interface Later {
    void in(long ms, Runnable go);
  }

  private final GroupQueue<T> queue;
  private final Later later;
  private final Function<List<T>, Future<Void>> commit;
  private final Consumer<Throwable> onFailure;

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
    this.queue = new GroupQueue<>(max, pace);
    this.later = later;
    this.commit = commit;
    this.onFailure = onFailure;
  }

  void add(T item) {
    queue.add(item);
  }

  int waiting() {
    return queue.waiting();
  }

  /** Starts a commit when none is under way and something waits. */
  void go() {
    if (!queue.begin()) return;
    long waitNs = queue.waitNs(System.nanoTime());
    if (waitNs == 0) write();
    else later.in(1 + TimeUnit.NANOSECONDS.toMillis(waitNs), this::write);
  }

  private void write() {
    Future.succeededFuture(queue.take(System.nanoTime()))
        .compose(commit)
        .timeout(GIVE_UP_S, TimeUnit.SECONDS)
        .onComplete(done -> {
          if (done.failed()) {
            onFailure.accept(done.cause());
            return;
          }
          queue.done();
          go();
        });
  }
}
