package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.command.Commands;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A city that is backed up while it works, archives, is lost, and is made again elsewhere. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class BackupTest {
  private static final Path ROOT = Path.of("target", "city-to-restore").toAbsolutePath();
  private static final Path BACKUP = ROOT.resolve("backup");
  private static final Path KEYS = ROOT.resolve("key");
  private static final Path RESTORED = ROOT.resolve("restored");
  private static final String STORY = "3층에서 연기가 나요";
  private static final String INCIDENTS = "select seq || body from incident_change order by seq";

  private static RunningCity city;
  private static Instant between;
  private static List<String> changes;
  private String said = "";

  @BeforeAll
  static void aCityThatArchives() throws Exception {
    RunningCity.delete(ROOT);
    Files.createDirectories(ROOT);
    city = RunningCity.start(
        "city-to-restore/city",
        1,
        "nodeMemoryMb: 512\nsimulator: false\nbackup: {archive: '" + ROOT.resolve("archive")
            + "', archiveWithinS: 1}\n",
        null);
  }

  @AfterAll
  static void stop() throws Exception {
    if (city != null) city.close();
  }

  @Test
  @Order(1)
  void itIsBackedUpWhileItWorks() throws Exception {
    call("119-before");
    assertEquals(0, bongsu("backup", "" + BACKUP, "--data", "" + city.data, "--keys", "" + KEYS));
    assertTrue(said.contains("100 %"), said);
    assertEquals("rw-------", permissions(KEYS));
    assertFalse(Files.exists(BACKUP.resolveSibling("backup.unfinished")));
  }

  @Test
  @Order(2)
  void aBackupHoldsNoKey() throws Exception {
    assertFalse(Files.exists(BACKUP.resolve("keys")));
    String key = Files.readString(KEYS).strip();
    try (Stream<Path> files = Files.walk(BACKUP)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        assertFalse(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(key),
            "" + file);
    }
  }

  @Test
  @Order(3)
  void itIsLostAfterMoreWasArchived() throws Exception {
    call("119-after");
    between = Instant.parse(city.one("select to_char(clock_timestamp() at time zone 'UTC',"
        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"));
    call("119-last");
    changes = city.rows(INCIDENTS);
    String wal = city.one("select pg_walfile_name(pg_current_wal_insert_lsn())");
    Await.until(
        "the log so far to be archived",
        () -> Files.exists(ROOT.resolve("archive").resolve(wal + ".gz")));
    city.killEverything();
  }

  @Test
  @Order(4)
  void whatCannotBeRestoredIsRefusedInOneLine() throws Exception {
    refused("personal data need the key", "restore", "" + BACKUP, "--data", "" + RESTORED);
    Path other = ROOT.resolve("other-key");
    Files.writeString(other, bongsu.verticles.store.MasterKey.fresh());
    refused("the backup needs", restore(RESTORED, "--keys", "" + other));
    refused("is not empty", restore(city.data, "--keys", "" + KEYS));
    refused(
        "earlier backup", restore(RESTORED, "--keys", "" + KEYS, "--until", "2026-01-01T00:00Z"));
    refused("there is no archive", restore(RESTORED, "--keys", "" + KEYS, "--archive", "/nowhere"));
    refused("no whole backup", "restore", "" + ROOT, "--data", "" + RESTORED, "--without-keys");
    assertFalse(Files.exists(RESTORED.resolve("bongsu-data")));
  }

  @Test
  @Order(5)
  void nothingAsLateAsTheFutureIsArchived() {
    Path late = ROOT.resolve("late");
    refused(
        "nothing as late as that is archived",
        restore(late, "--keys", "" + KEYS, "--until", "2999-01-01T00:00Z"));
    assertFalse(Files.exists(late.resolve("bongsu-data")), "a city that nothing may start");
  }

  @Test
  @Order(6)
  void aDamagedFileIsNamed() throws Exception {
    Path file = BACKUP.resolve("city/city.json");
    byte[] whole = Files.readAllBytes(file);
    byte[] bent = whole.clone();
    bent[bent.length / 2] ^= 1;
    Files.write(file, bent);
    Path damaged = ROOT.resolve("damaged");
    refused("damaged: " + file, restore(damaged, "--keys", "" + KEYS));
    Files.write(file, whole);
  }

  @Test
  @Order(7)
  void itIsRestoredToAMomentBetween() throws Exception {
    Path earlier = ROOT.resolve("earlier");
    assertEquals(0, bongsu(restore(earlier, "--keys", "" + KEYS, "--until", "" + between)), said);
    try (RunningCity restored = RunningCity.resume(earlier, city)) {
      assertEquals(2, restored.rows("select 1 from call_event").size());
    }
  }

  @Test
  @Order(8)
  void allThatWasArchivedIsThereAgain() throws Exception {
    assertEquals(0, bongsu(restore(RESTORED, "--keys", "" + KEYS)), said);
    try (RunningCity restored = RunningCity.resume(RESTORED, city)) {
      assertEquals(changes, restored.rows(INCIDENTS));
      assertEquals(3, restored.rows("select 1 from call_event").size());
      assertEquals(0, bongsu("audit", "verify", "--data", "" + RESTORED), said);
      assertTrue(detail(restored, "119-last").contains(STORY));
      call(restored, "119-new");
    }
  }

  @Test
  @Order(9)
  void withoutItsKeyItGoesOnWithoutPersonalData() throws Exception {
    Path bare = ROOT.resolve("bare");
    assertEquals(0, bongsu(restore(bare, "--without-keys")), said);
    try (RunningCity restored = RunningCity.resume(bare, city)) {
      assertFalse(detail(restored, "119-last").contains(STORY));
      call(restored, "119-new");
      assertTrue(detail(restored, "119-new").contains(STORY));
    }
  }

  private static void call(String receiptNo) {
    call(city, receiptNo);
  }

  private static void call(RunningCity in, String receiptNo) {
    ObjectNode call = Events.fire(receiptNo).put("narrative", STORY);
    assertEquals(200, new CityClient(in, city.feed).sendEvents(call).status());
    in.incidentOf(receiptNo);
  }

  private static String detail(RunningCity in, String receiptNo) {
    return new CityClient(in, city.desk).detail(in.incidentOf(receiptNo)).toString();
  }

  private static String[] restore(Path into, String... options) {
    return Stream.concat(Stream.of("restore", "" + BACKUP, "--data", "" + into), Stream.of(options))
        .toArray(String[]::new);
  }

  private void refused(String why, String... arguments) {
    assertEquals(1, bongsu(arguments), said);
    assertTrue(said.contains(why), said);
  }

  private int bongsu(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out, true);
    int code = Commands.commandLine().setOut(to).setErr(to).execute(arguments);
    said = out.toString();
    return code;
  }

  private static String permissions(Path file) throws IOException {
    return java.nio.file.attribute.PosixFilePermissions.toString(
        Files.getPosixFilePermissions(file));
  }
}
