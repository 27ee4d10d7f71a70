package bongsu.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.client.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageCommandTest {
  @TempDir
  Path dir;

  @Test
  void aTimeThatIsNoneIsRefusedBeforeAnythingIsEmptied() throws Exception {
    Path mine = Files.createFile(dir.resolve("mine"));
    CommandRun run =
        CommandRun.of(new BenchCommand(), "outage", "--for", "soon", "--data", dir.toString());
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("90s or 5m"), run.err());
    assertTrue(Files.exists(mine));
  }

  @Test
  void aDirectoryThatHoldsOtherFilesIsNotEmptied() throws Exception {
    Path mine = Files.createFile(dir.resolve("mine"));
    CommandRun run =
        CommandRun.of(new BenchCommand(), "outage", "--for", "1s", "--data", dir.toString());
    assertTrue(run.exitCode() != 0);
    assertTrue(Files.exists(mine));
  }
}
