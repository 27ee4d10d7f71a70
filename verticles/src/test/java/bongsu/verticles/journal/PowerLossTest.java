package bongsu.verticles.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means on the disk, and not only in the memory of the system. */
class PowerLossTest {
  @TempDir
  Path dir;

  @Test
  void whateverWasAcknowledgedIsThereAfterThePowerWent() throws IOException {
    for (int events = 0; events <= 5; events++) {
      Path place = Files.createDirectories(dir.resolve("after-" + events));
      LosingDisk disk = new LosingDisk();
      LaneUnderTest lane = new LaneUnderTest(place, disk);
      for (int i = 0; i < events; i++) lane.keep();
      assertEquals(events, lane.kept().size());
      disk.losePower();
      assertEquals(lane.kept(), LaneUnderTest.drainAfterCrash(place));
    }
  }
}
