package bongsu.verticles.journal;

import bongsu.verticles.shard.Parcel;
import bongsu.verticles.store.AesGcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls, or all else: what was given while the store was away, in order, from the first event kept
 * until all of them are in the store. Groups are synced by a thread of its own; one reader at a time
 * takes them out again. Safe for any thread.
 */
final class JournalLane {
  private static final Logger LOG = LoggerFactory.getLogger(JournalLane.class);
  private static final int SEGMENT_BYTES = 4 << 20;
  private static final int GROUP_BYTES = 1 << 20;

  /** Direct: events need no journal. Held: they wait in memory until the last of it is in the store. */
  private enum State {
    DIRECT,
    TAKING,
    HELD
  }

  private record Waiting(List<byte[]> events, long bytes, Consumer<Fate> told) {}

  /** What was read, in order; to be told {@link #stored} once all of it is in the store. */
  record Batch(List<Parcel> parcels, @Nullable Segment segment, long upToBytes) {}

  private final String name;
  private final Disk disk;
  private final JournalKey key;
  private final Executor writer;
  private final LongSupplier mostBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Path directory = Path.of("");
  private volatile State state = State.DIRECT;
  private boolean writing;
  private long waitingBytes;
  private long lastNumber;
  private volatile long bytes;
  private volatile boolean failing;
  private volatile int damagedSegments;

  /** @param mostBytes that may lie on the disk now */
  JournalLane(String name, Disk disk, JournalKey key, Executor writer, LongSupplier mostBytes) {
    this.name = name;
    this.disk = disk;
    this.key = key;
    this.writer = writer;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes over what processes before have left.
   *
   * @param own where it will write
   * @param others of nodes that are no more
   */
  synchronized void open(Path own, List<Path> others) throws IOException {
    directory = own;
    LeftSegments left = new LeftSegments(disk, name);
    for (Path other : others) segments.addAll(left.in(other));
    for (Segment segment : left.in(own)) {
      segments.add(segment);
      lastNumber = segment.number;
    }
    for (Segment segment : segments) bytes += segment.goodBytes();
    if (!segments.isEmpty()) state = State.TAKING;
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
    if (bytes + waitingBytes + one.bytes > mostBytes.getAsLong()) return false;
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
      Fate fate = write(group);
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
  private Fate write(List<Waiting> group) {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        Segment segment = writable();
        segment.append(records(segment.number, group));
        failing = false;
        return Fate.KEPT;
      } catch (IOException | RuntimeException e) {
        LOG.error("journal {} does not write: {}", name, e.toString());
      } finally {
        count();
      }
    }
    failing = true;
    return Fate.REFUSED;
  }

  private ByteBuffer records(long segment, List<Waiting> group) {
    List<byte[]> sealed = new ArrayList<>();
    for (Waiting one : group) for (byte[] event : one.events) sealed.add(key.seal(segment, event));
    return Records.of(segment, sealed);
  }

  private Segment writable() throws IOException {
    Segment last = lastOwn();
    if (last != null && !last.isSealed() && last.goodBytes() < SEGMENT_BYTES) return last;
    if (last != null) last.seal();
    long number = ++lastNumber;
    SegmentHead head = last == null
        ? new SegmentHead(number, 0, 0)
        : new SegmentHead(number, last.number, last.goodBytes());
    Segment fresh = Segment.create(disk, Segment.file(directory, name, number), head);
    synchronized (this) {
      segments.add(fresh);
    }
    return fresh;
  }

  private synchronized @Nullable Segment lastOwn() {
    Segment last = segments.peekLast();
    return last != null && last.file.startsWith(directory) ? last : null;
  }

  private synchronized void count() {
    bytes = segments.stream().mapToLong(Segment::goodBytes).sum();
  }

  /** The next events that are not in the store; none when there is no more on the disk now. */
  Batch read(int most) throws IOException {
    for (Segment segment = firstUnread(); segment != null; segment = firstUnread()) {
      Records.Found found = segment.next(most);
      if (found.payloads().isEmpty()) segment.read(segment.lookedBytes());
      else return new Batch(open(segment, found), segment, segment.readBytes() + found.end());
    }
    return new Batch(List.of(), null, 0);
  }

  private List<Parcel> open(Segment segment, Records.Found found) {
    List<Parcel> parcels = new ArrayList<>();
    for (byte[] payload : found.payloads())
      key.open(segment.number, payload)
          .ifPresentOrElse(
              event -> parcels.add(Parcel.fromWire(new String(event, StandardCharsets.UTF_8))),
              () -> segment.damaged("a record does not open with this machine's key"));
    return parcels;
  }

  /** Shows what is left, without taking it out. Before anything is kept. */
  void peek(Consumer<List<Parcel>> eye) throws IOException {
    for (Segment segment : List.copyOf(segments))
      eye.accept(open(segment, segment.next(Integer.MAX_VALUE)));
  }

  /**
   * All events of a batch are in the store.
   *
   * @return whether there are more on the disk
   */
  boolean stored(Batch batch) throws IOException {
    if (batch.segment != null) batch.segment.read(batch.upToBytes);
    return firstUnread() != null;
  }

  /** Drops those before it. */
  private @Nullable Segment firstUnread() throws IOException {
    for (Segment first = first(); first != null && first.isRead(); first = first()) {
      if (!first.isSealed()) return null;
      drop(first);
    }
    return first();
  }

  private synchronized @Nullable Segment first() {
    return segments.peekFirst();
  }

  private void drop(Segment segment) throws IOException {
    segment.remove();
    synchronized (this) {
      if (segment.isDamaged()) damagedSegments++;
      segments.remove(segment);
      bytes -= segment.goodBytes();
    }
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
    if (firstUnread() != null) return false;
    List<Waiting> direct;
    Segment active;
    synchronized (this) {
      active = segments.peek();
      boolean stored = segments.size() < 2 && (active == null || active.isRead());
      if (state != State.HELD || writing || !stored) return false;
      state = State.DIRECT;
      segments.clear();
      bytes = 0;
      direct = List.copyOf(waiting);
      waiting.clear();
      waitingBytes = 0;
    }
    for (Waiting one : direct) tell(one, Fate.NOT_NEEDED);
    if (active != null) active.remove();
    return true;
  }

  long bytes() {
    return bytes;
  }

  /** Whether the last group could not be written. */
  boolean isFailing() {
    return failing;
  }

  boolean isFull() {
    return bytes + GROUP_BYTES > mostBytes.getAsLong();
  }

  int damagedSegments() {
    return damagedSegments;
  }
}
