package bongsu.verticles.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be committed, and when the next group may begin: at once when the last one began a
 * while ago, else when it is done and its pace over. Order is kept; time is handed in.
 */
public final class GroupQueue<T> {
  private final int max;
  private final Pace pace;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param max the most items of one group
   * @param pace when the next group may begin, unless it is full
   */
  public GroupQueue(int max, Pace pace) {
    this.max = max;
    this.pace = pace;
  }

  public void add(T item) {
    waiting.add(item);
    pace.onAdded();
  }

  public int waiting() {
    return waiting.size();
  }

  /** Whether a group is to be committed now; the caller waits for {@link #waitNs}, then takes it. */
  public boolean begin() {
    if (busy || waiting.isEmpty()) return false;
    busy = true;
    return true;
  }

  /** How long until the group that began may be taken. */
  public long waitNs(long nowNs) {
    long waitNs = pace.waitNs(nowNs);
    return waiting.size() >= max ? 0 : Math.max(0, waitNs);
  }

  /** The group that began; nothing else begins until it is {@link #done}. */
  public List<T> take(long nowNs) {
    pace.onBegun(nowNs);
    List<T> group = new ArrayList<>(Math.min(max, waiting.size()));
    while (group.size() < max && !waiting.isEmpty()) group.add(waiting.poll());
    return group;
  }

  public void done() {
    busy = false;
  }
}
