package bongsu.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.ops.client.StandInCity;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MqttLoadTest {
  private static final AlarmSubjects.Level LEVEL =
      new AlarmSubjects.Level(Quantity.WATER_DEPTH_M, 0.9, 0);

  private StandInCity city;

  @BeforeEach
  void open() throws Exception {
    city = new StandInCity();
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void eachEventOfferedIsAcknowledgedOnceAndInOrder() throws Exception {
    try (MqttLoad load = load(StandInCity.TOKEN, 250)) {
      load.connect(10);
      MqttPhase.Figures figures = load.offer(1_000, 1, 0);
      assertEquals(1_000, figures.accepted());
      assertEquals(0, figures.outOfOrder());
      assertEquals(0, figures.unknown());
      assertEquals(1_000, figures.ackUs().getTotalCount());
      assertEquals(1_000, city.events().size());
    }
  }

  @Test
  void eventsOfOneConnectionArriveInTheOrderSent() throws Exception {
    try (MqttLoad load = load(StandInCity.TOKEN, 250)) {
      load.connect(1);
      load.offer(2_000, 0.5, 0);
      List<String> ids =
          city.events().stream().map(event -> event.origin().eventId()).toList();
      assertEquals(ids.stream().sorted().toList(), ids);
    }
  }

  @Test
  void whatIsRefusedIsCountedAndNotAsAccepted() throws Exception {
    city.refuse(event -> event.subject().endsWith("1"));
    try (MqttLoad load = load(StandInCity.TOKEN, 250)) {
      load.connect(2);
      MqttPhase.Figures figures = load.offer(500, 1, 0);
      assertTrue(figures.refused() > 0);
      assertEquals(500, figures.accepted() + figures.refused());
    }
  }

  @Test
  void neverMoreThanAllowedIsInFlightSoWhatIsLateCountsAsLate() throws Exception {
    try (MqttLoad load = load(StandInCity.TOKEN, 4)) {
      load.connect(1);
      MqttPhase.Figures figures = load.offer(1_000_000, 1, 0);
      assertTrue(figures.backlog() > 500_000, "backlog " + figures.backlog());
      assertTrue(figures.ackUs().getValueAtPercentile(99) > 500_000);
    }
  }

  @Test
  void alarmSubjectsRiseAndAreAllCalmAtTheEnd() throws Exception {
    try (MqttLoad load = load(StandInCity.TOKEN, 250)) {
      load.connect(3);
      load.offer(100, 1, 20);
      List<CityEvent> deep = city.events().stream()
          .filter(event -> event.subject().startsWith("BENCH-A"))
          .toList();
      assertEquals(20, deep.stream().filter(event -> value(event) > 0.5).count());
      assertEquals(0.0, value(deep.get(deep.size() - 1)));
    }
  }

  @Test
  void eventsCarryTheCitysTime() throws Exception {
    try (MqttLoad load = load(StandInCity.TOKEN, 250)) {
      load.connect(1);
      load.offer(10, 0.5, 0);
      var at = city.events().get(0).observedAt();
      assertTrue(at.isBefore(StandInCity.cityTime().plusSeconds(3_600)), at.toString());
    }
  }

  @Test
  void aTokenThatIsNotKnownIsSaidSo() throws Exception {
    try (MqttLoad load = load("bench.wrong", 250)) {
      Throwable why =
          assertThrows(ExecutionException.class, () -> load.connect(1)).getCause();
      assertTrue(why.getMessage().contains("NOT_AUTHORIZED"), why.getMessage());
    }
  }

  private static double value(CityEvent event) {
    return ((bongsu.core.event.SensorReading) event).value();
  }

  private MqttLoad load(String token, int inFlight) {
    CityTime time = new CityTime();
    time.on(StandInCity.cityTime(), 1);
    return new MqttLoad(
        new InetSocketAddress("127.0.0.1", city.mqttPort()),
        token,
        inFlight,
        new Telemetry("bench", "run"),
        new AlarmSubjects("bench", "run", LEVEL),
        LEVEL,
        time);
  }
}
