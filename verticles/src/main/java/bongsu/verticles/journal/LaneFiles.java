package bongsu.verticles.journal;

import bongsu.verticles.shard.Parcel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lane's segments on the disk, in the order in which they were written. One thread at a time
 * appends to the newest; one at a time reads the oldest and drops what is in the store.
 */
final class LaneFiles {
  private static final int SEGMENT_BYTES = 4 << 20;

  private final String lane;
  private final Disk disk;
  private final JournalKey key;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private Path directory = Path.of("");
  private long lastNumber;
  private volatile long bytes;
  private volatile int damaged;

  /** What was read, in order; to be told {@link #stored} once all of it is in the store. */
  record Batch(List<Parcel> parcels, @Nullable Segment segment, long upToBytes) {
    boolean isEmpty() {
      return segment == null;
    }
  }

  LaneFiles(String lane, Disk disk, JournalKey key) {
    this.lane = lane;
    this.disk = disk;
    this.key = key;
  }

  /**
   * Takes over what processes before have left.
   *
   * @param own where it will write
   * @param others of nodes that are no more
   */
  synchronized void open(Path own, List<Path> others) throws IOException {
    directory = own;
    LeftSegments left = new LeftSegments(disk, lane);
    for (Path other : others) segments.addAll(left.in(other));
    segments.addAll(left.in(own));
    lastNumber = left.lastNumber(own);
    count();
  }

  /** Returns once the events are on the disk; a segment that failed is never tried again. */
  void append(List<byte[]> events) throws IOException {
    try {
      Segment segment = writable();
      List<byte[]> sealed = new ArrayList<>(events.size());
      for (byte[] event : events) sealed.add(key.seal(segment.number, event));
      segment.append(Records.of(segment.number, sealed));
    } finally {
      count();
    }
  }

  private Segment writable() throws IOException {
    Segment last = lastOwn();
    if (last != null && !last.isSealed() && last.goodBytes() < SEGMENT_BYTES) return last;
    if (last != null) last.seal();
    long number = nextNumber();
    SegmentHead head = last == null
        ? new SegmentHead(number, 0, 0)
        : new SegmentHead(number, last.number, last.goodBytes());
    Segment fresh = Segment.create(disk, Segment.file(directory, lane, number), head);
    synchronized (this) {
      segments.add(fresh);
    }
    return fresh;
  }

  private synchronized @Nullable Segment lastOwn() {
    Segment last = segments.peekLast();
    return last != null && last.file.startsWith(directory) ? last : null;
  }

  private synchronized long nextNumber() {
    return ++lastNumber;
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
          .flatMap(LaneFiles::event)
          .ifPresentOrElse(
              parcels::add,
              () -> segment.damaged("a record is no event, or not sealed with this machine's key"));
    return parcels;
  }

  private static Optional<Parcel> event(byte[] wire) {
    try {
      return Optional.of(Parcel.fromWire(new String(wire, StandardCharsets.UTF_8)));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Shows what is left, without taking it out. Before anything is kept. */
  void peek(Consumer<List<Parcel>> eye) throws IOException {
    for (Segment segment : List.copyOf(segments))
      eye.accept(open(segment, segment.next(Integer.MAX_VALUE)));
  }

  /** All events of a batch are in the store. */
  void stored(Batch batch) throws IOException {
    if (batch.segment != null) batch.segment.read(batch.upToBytes);
    firstUnread();
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
      if (segment.isDamaged()) damaged++;
      segments.remove(segment);
      bytes -= segment.goodBytes();
    }
  }

  /** Whether all that was written is in the store. */
  boolean isStored() throws IOException {
    return firstUnread() == null;
  }

  /** The last one, to be removed; nobody appends, and all {@link #isStored}. */
  synchronized @Nullable Segment takeLast() {
    bytes = 0;
    return segments.poll();
  }

  /**
   * Keeps events that the store does not take in a file of their own, which is never read again
   * unless it is renamed to end as the others do.
   */
  Path setAside(List<Parcel> parcels) throws IOException {
    long number = nextNumber();
    Path file = Segment.aside(directory, lane, number);
    Segment segment = Segment.create(disk, file, new SegmentHead(number, 0, 0));
    List<byte[]> sealed = parcels.stream()
        .map(p -> key.seal(number, p.toWire().getBytes(StandardCharsets.UTF_8)))
        .toList();
    segment.append(Records.of(number, sealed));
    segment.seal();
    return file;
  }

  boolean isEmpty() {
    return first() == null;
  }

  long bytes() {
    return bytes;
  }

  /** How many were damaged and set aside. */
  int damaged() {
    return damaged;
  }
}
