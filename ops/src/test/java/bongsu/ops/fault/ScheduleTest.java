package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
  @Test
  void theSameSeedGivesTheSameStrikes() {
    for (Row row : Matrix.ROWS) {
      assertEquals(row.strikes(7, 3, 50), row.strikes(7, 3, 50));
      assertNotEquals(row.strikes(7, 3, 50), row.strikes(8, 3, 50));
    }
  }

  @Test
  void anyProcessIsKilledSoonerOrLater() {
    List<Strike> strikes = Matrix.ANY.strikes(1, 3, 5_000);
    for (Victim victim : List.of(Victim.NODE, Victim.STORE, Victim.LAUNCHER))
      assertTrue(strikes.stream().anyMatch(strike -> strike.victim() == victim), "" + victim);
  }

  @Test
  void whatWasSentAndHeardIsReadBackFromTheFile(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("client.log");
    Events events = new Events("load-0", 0);
    Sent call = events.call();
    Sent reading = events.reading();
    try (ClientLog log = new ClientLog(file)) {
      log.sending(List.of(call, reading));
      assertEquals(2, Files.readAllLines(file).size(), "on the disk before they are sent");
      log.outcome(call, Outcome.OK);
    }
    Ledger ledger = Ledger.read(file);
    assertEquals(
        List.of(Outcome.OK, Outcome.UNKNOWN), List.of(ledger.outcome(0), ledger.outcome(1)));
    assertTrue(ledger.sent("c0") && ledger.sent("r1") && !ledger.sent("r0") && !ledger.sent("c2"));
    assertTrue(ledger.sameContent(1, reading.hash()) && !ledger.sameContent(1, call.hash()));
  }
}
