package bongsu.verticles.access;

import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits those who were turned away: the first time at once, repeats within a minute as one row
 * with their number, so that knocking costs the store nothing. Any thread may call.
 */
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final long WINDOW_MS = 60_000;
  private static final int MAX_KEYS = 1_000;
  private static final Refused THE_REST = new Refused("many", "access.refused", "", "");

  private final Audit audit;
  private final Map<Refused, AtomicLong> repeats = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final long timer;

  public Refusals(Vertx vertx, Audit audit) {
    this.vertx = vertx;
    this.audit = audit;
    this.timer = vertx.setPeriodic(WINDOW_MS, id -> closeWindow());
  }

  private record Refused(String who, String what, String object, String detail) {}

  /**
   * Notes one refusal.
   *
   * @param who a known name ({@code token:fire-119}), else {@code unknown}
   * @param why what was wrong: {@code wrong token}, {@code may not write:assets}
   * @param where the way it came: {@code mqtt}, {@code GET /api/v1/rejections}
   * @param address of the other end
   */
  public void note(String who, String why, String where, String address) {
    Refused wanted = new Refused(who, "access.refused", where, why + " from " + address);
    Refused key = repeats.size() < MAX_KEYS || repeats.containsKey(wanted) ? wanted : THE_REST;
    if (repeats.computeIfAbsent(key, k -> new AtomicLong()).getAndIncrement() == 0)
      append(key, key.detail());
  }

  /** Writes down the repeats so far and starts counting anew. */
  void closeWindow() {
    for (Refused key : repeats.keySet()) {
      AtomicLong count = repeats.remove(key);
      long more = count == null ? 0 : count.get() - 1;
      if (more > 0) append(key, (key.detail() + ", " + more + " times more").strip());
    }
  }

  public void stop() {
    vertx.cancelTimer(timer);
    closeWindow();
  }

  private void append(Refused refused, String detail) {
    audit
        .append(refused.who(), refused.what(), refused.object(), detail)
        .onFailure(e -> LOG.warn("a refusal could not be audited: {} {}", refused, e.getMessage()));
  }
}
