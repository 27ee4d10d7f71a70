package bongsu.verticles.shard;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a group of events; one that the store refuses for what is in it, half by half, down to the
 * events that it refuses: the others must not suffer for them.
 */
final class Halving {
  private static final Logger LOG = LoggerFactory.getLogger(Halving.class);

  /** SQLSTATE: data exceptions, violated constraints, limits such as that of an index row. */
  private static final Set<String> OF_CONTENT = Set.of("22", "23", "54");

  /** Writes events, all or none. */
  interface Insert {
    /** @return the numbers that were new */
    Future<Set<Long>> insert(List<Waiting> group, long firstSeq);
  }

  private Halving() {}

  /**
   * Settles what is refused as {@link Outcome#UNSTORABLE}; any other failure fails the future.
   *
   * @param firstSeq number of the first; the others follow
   * @return the numbers that were new
   */
  static Future<Set<Long>> insert(Insert into, List<Waiting> group, long firstSeq) {
    return into.insert(group, firstSeq)
        .recover(why -> isOfContent(why)
            ? halves(into, group, firstSeq, (PgException) why)
            : Future.failedFuture(why));
  }

  private static Future<Set<Long>> halves(
      Insert into, List<Waiting> group, long firstSeq, PgException why) {
    if (group.size() == 1) {
      refuse(group.get(0), why);
      return Future.succeededFuture(Set.of());
    }
    int half = group.size() / 2;
    return insert(into, group.subList(0, half), firstSeq)
        .compose(first -> insert(into, group.subList(half, group.size()), firstSeq + half)
            .map(second -> both(first, second)));
  }

  /** Not its detail, which quotes the row. */
  private static void refuse(Waiting one, PgException why) {
    var origin = one.parcel().event().origin();
    LOG.error(
        "the store does not take {} of {}: {} ({})",
        origin.eventId(),
        origin.source(),
        why.getErrorMessage(),
        why.getSqlState());
    one.settle(Outcome.UNSTORABLE);
  }

  private static Set<Long> both(Set<Long> first, Set<Long> second) {
    Set<Long> both = new HashSet<>(first);
    both.addAll(second);
    return both;
  }

  /** Nothing of the statement is in the store then, and its connection lives on. */
  private static boolean isOfContent(Throwable why) {
    return why instanceof PgException refusal
        && refusal.getSqlState() != null
        && OF_CONTENT.contains(refusal.getSqlState().substring(0, 2));
  }
}
