package bongsu.verticles.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, once, whatever the disk does. */
class JournalFaultsTest {
  private static final int EVENTS = 4;

  @TempDir
  Path dir;

  private Path fresh(String name) throws IOException {
    return Files.createDirectories(dir.resolve(name));
  }

  private static int actsOfAGoodRun(Path dir) throws IOException {
    FaultyDisk disk = new FaultyDisk(Set.of());
    keepSome(new LaneUnderTest(dir, disk));
    return disk.acts();
  }

  private static LaneUnderTest keepSome(LaneUnderTest lane) {
    for (int i = 0; i < EVENTS; i++) lane.keep();
    return lane;
  }

  @Test
  void oneFailureOfAnyActLosesNothingAndRefusesNothing() throws IOException {
    int acts = actsOfAGoodRun(fresh("good"));
    for (int n = 1; n <= acts + 2; n++) {
      Path place = fresh("one-" + n);
      LaneUnderTest lane = keepSome(new LaneUnderTest(place, new FaultyDisk(Set.of(n))));
      assertEquals(EVENTS, lane.kept().size(), "act " + n);
      assertEquals(lane.kept(), LaneUnderTest.drainAfterCrash(place), "act " + n);
    }
  }

  @Test
  void aDiskThatStaysBrokenRefusesAndKeepsWhatItHad() throws IOException {
    int acts = actsOfAGoodRun(fresh("good"));
    for (int n = 1; n <= acts; n++) {
      Path place = fresh("broken-" + n);
      Set<Integer> all = Set.copyOf(IntStream.range(n, n + 1_000).boxed().toList());
      LaneUnderTest lane = keepSome(new LaneUnderTest(place, new FaultyDisk(all)));
      assertTrue(lane.lane.isFailing(), "act " + n);
      assertTrue(lane.kept().size() < EVENTS, "act " + n);
      List<String> found = LaneUnderTest.drainAfterCrash(place);
      assertEquals(lane.kept(), found.subList(0, lane.kept().size()), "act " + n);
    }
  }

  @Test
  void aSegmentThatFailedIsNeverWrittenAgain() throws IOException {
    int acts = actsOfAGoodRun(fresh("good"));
    LaneUnderTest lane = keepSome(new LaneUnderTest(fresh("x"), new FaultyDisk(Set.of(acts))));
    long sealed = Files.size(lane.files().get(0));
    keepSome(lane);
    assertEquals(2, lane.files().size());
    assertEquals(sealed, Files.size(lane.files().get(0)));
    assertFalse(lane.lane.isFailing());
    assertEquals(lane.kept(), lane.drain());
  }

  @Test
  void aFailureThatCannotBeCutEitherIsStillNobodysWhenReadAgain() throws IOException {
    FaultyDisk good = new FaultyDisk(Set.of());
    new LaneUnderTest(fresh("first"), good).keep();
    int write = good.acts() + 1;
    Path place = fresh("uncut");
    FaultyDisk disk = new FaultyDisk(Set.of(write, write + 1));
    LaneUnderTest lane = keepSome(new LaneUnderTest(place, disk));
    assertEquals(EVENTS, lane.kept().size());
    LaneUnderTest later = new LaneUnderTest(place, new LocalDisk());
    assertEquals(lane.kept(), later.drain());
    assertEquals(0, later.lane.files().damaged());
  }

  @Test
  void shortWritesAreWritesAllTheSame() throws IOException {
    Path place = fresh("short");
    FaultyDisk disk = new FaultyDisk(Set.of());
    disk.mostBytesAWrite = 7;
    LaneUnderTest lane = keepSome(new LaneUnderTest(place, disk));
    assertEquals(EVENTS, lane.kept().size());
    assertEquals(lane.kept(), LaneUnderTest.drainAfterCrash(place));
  }

  @Test
  void aTornTailAtAnyByteLosesOnlyWhatWasNotWhole() throws IOException {
    LaneUnderTest lane = keepSome(new LaneUnderTest(fresh("whole"), new LocalDisk()));
    byte[] whole = Files.readAllBytes(lane.files().get(0));
    int recordBytes = (whole.length - SegmentHead.BYTES) / EVENTS;
    for (int length = 0; length <= whole.length; length++) {
      Path place = withSegment("torn-" + length, java.util.Arrays.copyOf(whole, length));
      int records = Math.max(0, length - SegmentHead.BYTES) / recordBytes;
      LaneUnderTest after = new LaneUnderTest(place, new LocalDisk());
      assertEquals(lane.kept().subList(0, records), after.drain(), "cut at " + length);
      assertEquals(0, after.lane.files().damaged());
    }
  }

  private Path withSegment(String name, byte[] bytes) throws IOException {
    Path place = fresh(name);
    Files.copy(dir.resolve("whole/key"), place.resolve("key"));
    Path node = Files.createDirectories(place.resolve("node-1"));
    Files.write(Segment.file(node, "calls", 1), bytes);
    return place;
  }

  @Test
  void aFlippedBitCostsItsRecordAloneAndTheFileIsSetAside() throws IOException {
    LaneUnderTest lane = keepSome(new LaneUnderTest(fresh("whole"), new LocalDisk()));
    byte[] whole = Files.readAllBytes(lane.files().get(0));
    int recordBytes = (whole.length - SegmentHead.BYTES) / EVENTS;
    for (int at = 0; at < whole.length - recordBytes; at += 5) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      LaneUnderTest after = new LaneUnderTest(withSegment("flip-" + at, flipped), new LocalDisk());
      List<String> expected = new java.util.ArrayList<>(lane.kept());
      if (at >= SegmentHead.BYTES) expected.remove((at - SegmentHead.BYTES) / recordBytes);
      assertEquals(expected, after.drain(), "flipped at " + at);
      assertEquals(1, after.lane.files().damaged());
      assertTrue(after.files().get(0).toString().endsWith(".damaged"));
    }
  }

  @Test
  void anEarlierSegmentThatIsShorterThanItWasIsDamaged() throws IOException {
    FaultyDisk good = new FaultyDisk(Set.of());
    keepSome(new LaneUnderTest(fresh("count"), good));
    Path place = fresh("shorter");
    LaneUnderTest lane = keepSome(new LaneUnderTest(place, new FaultyDisk(Set.of(good.acts()))));
    Path first = lane.files().get(0);
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    LaneUnderTest after = new LaneUnderTest(place, new LocalDisk());
    assertEquals(EVENTS - 1, after.drain().size());
    assertEquals(1, after.lane.files().damaged());
  }

  @Test
  void nothingPersonalIsInClear() throws IOException {
    LaneUnderTest lane = keepSome(new LaneUnderTest(fresh("secret"), new LocalDisk()));
    String bytes = Files.readString(lane.files().get(0), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("010-1234-5678"));
    assertFalse(bytes.contains("fire-119"));
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(lane.dir.resolve("key"))));
  }

  @Test
  void withAnotherKeyNothingIsReadAndNothingIsDeleted() throws IOException {
    LaneUnderTest lane = keepSome(new LaneUnderTest(fresh("keyed"), new LocalDisk()));
    Files.delete(lane.dir.resolve("key"));
    LaneUnderTest after = new LaneUnderTest(lane.dir, new LocalDisk());
    assertEquals(List.of(), after.drain());
    assertTrue(after.files().get(0).toString().endsWith(".damaged"));
  }

  @Test
  void aRecordThatIsNoEventIsSetAsideAndTheRestGoesOnInEveryProcess() throws IOException {
    Path place = fresh("strange");
    for (int process = 1; process <= 2; process++) {
      LaneUnderTest lane = new LaneUnderTest(place, new LocalDisk());
      lane.keep();
      lane.lane.keep(List.of("0no event".getBytes(StandardCharsets.UTF_8)), told -> {});
      lane.keep();
      assertEquals(lane.kept(), lane.drain());
      lane.lane.hold();
      assertTrue(lane.lane.release());
      assertEquals(process, lane.files().size());
      assertTrue(lane.files().stream().allMatch(file -> file.toString().endsWith(".damaged")));
    }
  }

  @Test
  void aFullDiskRefusesAndTakesAgainOnceThereIsRoom() throws Exception {
    Path small = fresh("small");
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString()) == 0,
        "only root can mount a small disk: not tried");
    try {
      LaneUnderTest lane = new LaneUnderTest(small, new LocalDisk());
      while (lane.keep() == Fate.KEPT) {}
      assertTrue(lane.lane.isFailing());
      assertEquals(lane.kept(), lane.drain());
      lane.keep();
      assertFalse(lane.lane.isFailing());
      lane.drain();
      lane.lane.hold();
      assertTrue(lane.lane.release());
    } finally {
      run("umount", small.toString());
    }
  }

  private static int run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Test
  void beyondItsRoomItRefuses() throws IOException {
    LaneUnderTest lane = new LaneUnderTest(fresh("room"), new LocalDisk(), 1_000);
    while (lane.keep() == Fate.KEPT) {}
    assertTrue(lane.lane.files().bytes() <= 1_000);
    assertEquals(lane.kept(), lane.drain());
  }
}
