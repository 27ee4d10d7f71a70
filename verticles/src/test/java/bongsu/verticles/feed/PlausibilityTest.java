package bongsu.verticles.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlausibilityTest {
  private static final Instant NOW = Instant.parse("2026-08-06T05:50:00Z");
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static CityEvent reading(Instant at) {
    return new SensorReading(Origin.of("suwon-air", "1", at), "PM-1", Quantity.PM10_UGM3, 31, null);
  }

  private static boolean isTaken(CityEvent event) {
    return Plausibility.findRejection(event, NOW).isEmpty();
  }

  @Test
  void theBoundsThemselvesAreTaken() {
    assertTrue(isTaken(reading(NOW.minus(Plausibility.OLDEST))));
    assertTrue(isTaken(reading(NOW.plus(Plausibility.EARLIEST))));
  }

  @Test
  void whatIsTooOldOrFromTheFutureIsRefusedByItsTime() {
    for (Instant at : new Instant[] {
      NOW.minus(Plausibility.OLDEST).minus(MOMENT),
      NOW.plus(Plausibility.EARLIEST).plus(MOMENT)
    })
      assertEquals(
          "observedAt", Plausibility.findRejection(reading(at), NOW).get().field());
  }

  @Test
  void aCallForHelpIsTakenWhateverItsClockSays() {
    Instant longAgo = NOW.minus(Duration.ofDays(4_000));
    assertTrue(isTaken(new HelpSignal(
        Origin.of("bells", "1", longAgo), "BELL-1", HelpSignal.Kind.SOS, null, null)));
  }
}
