package bongsu.verticles.journal;

import bongsu.verticles.store.Reachability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Journals for tests of what stands around them. */
public final class TestJournal {
  private TestJournal() {}

  /** One without any room, as where the disk is full. */
  public static Journal withoutRoom() throws IOException {
    Path dir = Files.createTempDirectory("journal");
    return new Journal(
        dir,
        "node-1",
        new LocalDisk(),
        JournalKey.in(dir.resolve("key")),
        new JournalSpace(0, 0),
        new Reachability(System.nanoTime()));
  }
}
