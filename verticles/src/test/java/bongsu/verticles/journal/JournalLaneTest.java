package bongsu.verticles.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first event kept until all are in the store. */
class JournalLaneTest {
  @TempDir
  Path dir;

  @Test
  void takesFromTheFirstEventUntilAllAreStored() throws IOException {
    LaneUnderTest lane = new LaneUnderTest(dir, new LocalDisk());
    assertFalse(lane.lane.isTaking());
    lane.keep();
    assertTrue(lane.lane.isTaking());
    assertEquals(lane.kept(), lane.drain());
    lane.lane.hold();
    assertTrue(lane.lane.release());
    assertFalse(lane.lane.isTaking());
    assertEquals(List.of(), lane.files());
    assertEquals(0, lane.lane.files().bytes());
  }

  @Test
  void whatComesDuringTheHoldGoesToItsShardWithoutTheDisk() throws IOException {
    LaneUnderTest lane = new LaneUnderTest(dir, new LocalDisk());
    lane.keep();
    lane.lane.hold();
    List<Fate> told = new ArrayList<>();
    lane.lane.keep(List.of(LaneUnderTest.call("late")), told::add);
    assertFalse(lane.lane.release(), "one is not stored yet");
    assertEquals(lane.kept(), lane.drain());
    assertEquals(List.of(), told);
    assertTrue(lane.lane.release());
    assertEquals(List.of(Fate.NOT_NEEDED), told);
  }

  @Test
  void whatIsBeingWrittenWhenTheHoldBeginsIsStoredBeforeItEnds() throws IOException {
    FaultyDisk disk = new FaultyDisk(Set.of());
    LaneUnderTest lane = new LaneUnderTest(dir, disk);
    List<Boolean> releases = new ArrayList<>();
    disk.duringSync = () -> {
      lane.lane.hold();
      releases.add(releaseOf(lane.lane));
    };
    assertEquals(Fate.KEPT, lane.keep());
    releases.add(releaseOf(lane.lane));
    assertFalse(releases.contains(true));
    assertEquals(lane.kept(), lane.drain());
    assertTrue(releaseOf(lane.lane));
  }

  private static boolean releaseOf(JournalLane lane) {
    try {
      return lane.release();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aHoldThatEndsEarlyWritesWhatCame() throws IOException {
    LaneUnderTest lane = new LaneUnderTest(dir, new LocalDisk());
    lane.keep();
    lane.lane.hold();
    List<Fate> told = new ArrayList<>();
    lane.lane.keep(List.of(LaneUnderTest.call("late")), told::add);
    lane.lane.goOn();
    assertEquals(List.of(Fate.KEPT), told);
    assertEquals(List.of("e-1", "late"), lane.drain());
  }

  @Test
  void aCrashDuringTheDrainRepeatsAndLosesNothing() throws IOException {
    LaneUnderTest lane = new LaneUnderTest(dir, new LocalDisk());
    for (int i = 0; i < 10; i++) lane.keep();
    lane.lane.files().stored(lane.lane.files().read(4));
    assertEquals(lane.kept(), LaneUnderTest.drainAfterCrash(dir));
  }

  @Test
  void anotherNodesSegmentsAreDrainedFirst() throws IOException {
    LaneUnderTest gone = new LaneUnderTest(dir, new LocalDisk());
    gone.keep();
    JournalKey key = JournalKey.in(dir.resolve("key"));
    JournalLane lane =
        new JournalLane("calls", new LocalDisk(), key, Runnable::run, () -> Long.MAX_VALUE);
    lane.open(dir.resolve("node-9"), List.of(dir.resolve("node-1")));
    lane.keep(List.of(LaneUnderTest.call("own")), told -> assertEquals(Fate.KEPT, told));
    List<String> read = new ArrayList<>();
    for (LaneFiles.Batch batch = lane.files().read(9);
        !batch.isEmpty();
        batch = lane.files().read(9)) {
      batch.parcels().forEach(parcel -> read.add(parcel.event().origin().eventId()));
      lane.files().stored(batch);
    }
    assertEquals(List.of("e-1", "own"), read);
    assertEquals(List.of(), gone.files());
  }
}
