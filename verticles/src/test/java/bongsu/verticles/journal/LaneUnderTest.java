package bongsu.verticles.journal;

import bongsu.core.wire.EventDecoder;
import bongsu.verticles.shard.Parcel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A lane in a directory whose writes are done when {@link #keep} returns. */
final class LaneUnderTest {
  final Path dir;
  final JournalLane lane;
  private final List<String> kept = new ArrayList<>();
  private int sent;

  LaneUnderTest(Path dir, Disk disk) throws IOException {
    this(dir, disk, Long.MAX_VALUE);
  }

  LaneUnderTest(Path dir, Disk disk, long mostBytes) throws IOException {
    this.dir = dir;
    JournalKey key = JournalKey.in(dir.resolve("key"));
    this.lane = new JournalLane("calls", disk, key, Runnable::run, () -> mostBytes);
    lane.open(dir.resolve("node-1"), List.of());
  }

  /** Gives one more call, as a group of its own. */
  Fate keep() {
    Fate[] fate = new Fate[1];
    String eventId = "e-" + ++sent;
    lane.keep(List.of(call(eventId)), told -> fate[0] = told);
    if (fate[0] == Fate.KEPT) kept.add(eventId);
    return fate[0];
  }

  static byte[] call(String eventId) {
    String json = "{\"type\":\"CallReport\",\"source\":\"fire-119\",\"eventId\":\"" + eventId
        + "\",\"observedAt\":\"2026-08-06T05:52:00Z\",\"agency\":\"119\",\"receiptNo\":\"" + eventId
        + "\",\"revision\":1,\"callType\":\"fire\",\"phone\":\"010-1234-5678\"}";
    Parcel parcel = Parcel.of(EventDecoder.decodeOwn(json), false);
    return parcel.toWire().getBytes(StandardCharsets.UTF_8);
  }

  /** What was acknowledged, in order. */
  List<String> kept() {
    return List.copyOf(kept);
  }

  /** All that is on the disk, taken out in batches of three. */
  List<String> drain() throws IOException {
    List<String> events = new ArrayList<>();
    while (true) {
      LaneFiles.Batch batch = lane.files().read(3);
      if (batch.isEmpty()) return events;
      for (Parcel parcel : batch.parcels()) events.add(parcel.event().origin().eventId());
      lane.files().stored(batch);
    }
  }

  /** As after a crash: what a new process finds. */
  static List<String> drainAfterCrash(Path dir) throws IOException {
    return new LaneUnderTest(dir, new LocalDisk()).drain();
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(dir.resolve("node-1"))) {
      return all.sorted().toList();
    }
  }
}
