package bongsu.ops.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Instant START = SmallCity.WEDNESDAY.plusSeconds(8 * 3_600);

  private static List<CityEvent> twoHours(long seed, int stepS) {
    List<CityEvent> events = new ArrayList<>();
    World world = SmallCity.world(seed, START, 1, events::add);
    for (int s = stepS; s <= 7_200; s += stepS) world.advanceTo(START.plusSeconds(s));
    return events;
  }

  private static List<String> texts(List<CityEvent> events) {
    return events.stream().map(EventWriter::full).toList();
  }

  @Test
  void theSameSeedGivesTheSameEventsByteForByteInWhateverSteps() {
    assertEquals(texts(twoHours(7, 7_200)), texts(twoHours(7, 1)));
  }

  @Test
  void anotherSeedGivesAnotherDay() {
    Set<String> same = new HashSet<>(texts(twoHours(7, 7_200)));
    List<String> other = texts(twoHours(8, 7_200));
    long shared = other.stream().filter(same::contains).count();
    assertTrue(shared < other.size() / 100, shared + " of " + other.size());
  }

  @Test
  void everyEventIsUnderstoodAsItWasMeant() {
    for (CityEvent event : twoHours(7, 600)) {
      byte[] message = EventWriter.full(event).getBytes(StandardCharsets.UTF_8);
      EventDecoder.Decoded decoded = EventDecoder.decode(message);
      assertEquals(event, assertInstanceOf(EventDecoder.Accepted.class, decoded).event());
    }
  }

  @Test
  void everyFeedSpeaksAndNoIdIsUsedTwice() {
    Set<String> sources = new TreeSet<>();
    Set<String> ids = new HashSet<>();
    World world = SmallCity.world(7, START, 60, event -> {
      sources.add(event.origin().source());
      String id = event.origin().source() + " " + event.origin().eventId();
      assertTrue(ids.add(id), id);
    });
    world.advanceTo(START.plusSeconds(86_400));
    assertEquals(
        "[avl-fire, avl-police, bell, its, suwon-air, suwon-fire-119, suwon-police-112,"
            + " suwon-safety, suwon-water, suwon-weather, vms-1]",
        sources.toString());
  }

  @Test
  void twoRunsShareNoId() {
    Instant anchor = Instant.parse("2026-11-22T08:00:00.123Z");
    String one = Feeds.run(START, anchor);
    assertTrue(!one.equals(Feeds.run(START.plusSeconds(1), anchor)));
    assertTrue(!one.equals(Feeds.run(START, anchor.plusMillis(1))));
    for (CityEvent event : twoHours(7, 7_200))
      assertTrue(event.origin().eventId().contains(Feeds.run(START, START)));
  }

  @Test
  void timeNeverRunsBackwards() {
    Instant last = START;
    for (CityEvent event : twoHours(7, 7_200)) {
      assertTrue(!event.observedAt().isBefore(last));
      last = event.observedAt();
    }
  }
}
