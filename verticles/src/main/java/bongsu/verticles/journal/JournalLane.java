package bongsu.verticles.journal;

import bongsu.verticles.store.AesGcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls, or all else: what was given while the store was away, in order, from the first event kept
 * until all of them are in the store. Groups are synced by a thread of its own; one reader at a time
 * takes them out of the {@link LaneFiles} again. Safe for any thread.
 */
final class JournalLane {
  private static final Logger LOG = LoggerFactory.getLogger(JournalLane.class);
  private static final int GROUP_BYTES = 1 << 20;

  /** Direct: events need no journal. Held: they wait in memory until the last of it is in the store. */
  private enum State {
    DIRECT,
    TAKING,
    HELD
  }

  private record Waiting(List<byte[]> events, long bytes, Consumer<Fate> told) {}

  private final String name;
  private final LaneFiles files;
  private final Executor writer;
  private final LongSupplier mostBytes;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private volatile State state = State.DIRECT;
  private boolean writing;
  private long waitingBytes;
  private volatile boolean failing;

  /** @param mostBytes that may lie on the disk now */
  JournalLane(String name, Disk disk, JournalKey key, Executor writer, LongSupplier mostBytes) {
    this.name = name;
    this.files = new LaneFiles(name, disk, key);
    this.writer = writer;
    this.mostBytes = mostBytes;
  }

  /** As {@link LaneFiles#open}. */
  synchronized void open(Path own, List<Path> others) throws IOException {
    files.open(own, others);
    if (!files.isEmpty()) state = State.TAKING;
  }

  /** What is on the disk. */
  LaneFiles files() {
    return files;
  }

  /** Whether events must come here: some that came before are not in the store yet. */
  boolean isTaking() {
    return state != State.DIRECT;
  }

  /** @param told once, from another thread or this one */
  void keep(List<byte[]> events, Consumer<Fate> told) {
    long size = events.stream()
        .mapToLong(e -> (long) e.length + Records.HEAD_BYTES + AesGcm.OVERHEAD_BYTES)
        .sum();
    if (take(new Waiting(events, size, told))) return;
    told.accept(Fate.REFUSED);
  }

  private synchronized boolean take(Waiting one) {
    if (files.bytes() + waitingBytes + one.bytes > mostBytes.getAsLong()) return false;
    if (state == State.DIRECT) state = State.TAKING;
    waiting.add(one);
    waitingBytes += one.bytes;
    wakeWriter();
    return true;
  }

  private void wakeWriter() {
    if (writing || waiting.isEmpty() || state == State.HELD) return;
    writing = true;
    writer.execute(this::writeAll);
  }

  private void writeAll() {
    for (List<Waiting> group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
      Fate fate = write(group.stream().flatMap(one -> one.events.stream()).toList());
      for (Waiting one : group) tell(one, fate);
    }
  }

  private static void tell(Waiting one, Fate fate) {
    try {
      one.told.accept(fate);
    } catch (RuntimeException e) {
      LOG.warn("a sender could not be told {}", fate, e);
    }
  }

  private synchronized List<Waiting> nextGroup() {
    List<Waiting> group = new ArrayList<>();
    long size = 0;
    while (state != State.HELD && !waiting.isEmpty() && size < GROUP_BYTES) {
      group.add(waiting.remove());
      size += group.get(group.size() - 1).bytes;
    }
    waitingBytes -= size;
    if (group.isEmpty()) writing = false;
    return group;
  }

  /** A segment that failed is never tried again; a new one is, once. */
  private Fate write(List<byte[]> events) {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        files.append(events);
        failing = false;
        return Fate.KEPT;
      } catch (IOException | RuntimeException e) {
        LOG.error("journal {} does not write: {}", name, e.toString());
      }
    }
    failing = true;
    return Fate.REFUSED;
  }

  /** New events wait in memory for a moment, so that the last ones written can be stored. */
  synchronized void hold() {
    if (state == State.TAKING) state = State.HELD;
  }

  /** New events are written again. */
  synchronized void goOn() {
    if (state == State.HELD) state = State.TAKING;
    wakeWriter();
  }

  /**
   * Ends the hold, when everything written is in the store: what waits goes to its shard.
   *
   * @return whether it did
   */
  boolean release() throws IOException {
    if (!files.isStored()) return false;
    List<Waiting> direct;
    Segment last;
    synchronized (this) {
      if (state != State.HELD || writing || !files.isStored()) return false;
      state = State.DIRECT;
      last = files.takeLast();
      direct = List.copyOf(waiting);
      waiting.clear();
      waitingBytes = 0;
    }
    for (Waiting one : direct) tell(one, Fate.NOT_NEEDED);
    if (last != null) last.remove();
    return true;
  }

  /** Whether the last group could not be written. */
  boolean isFailing() {
    return failing;
  }

  boolean isFull() {
    return files.bytes() + GROUP_BYTES > mostBytes.getAsLong();
  }
}
