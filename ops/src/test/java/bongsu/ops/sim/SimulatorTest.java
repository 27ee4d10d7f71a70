package bongsu.ops.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Lane;
import bongsu.ops.launch.CityTime;
import bongsu.ops.launch.SimulatorSettings;
import bongsu.ops.sim.model.SmallCity;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole simulator against the doors of a platform. */
@Tag("long")
class SimulatorTest {
  private static final OffsetDateTime FLOOD = OffsetDateTime.parse("2020-08-06T05:00:00+09:00");
  private final Vertx vertx = Vertx.vertx();
  private final List<CityEvent> kept = Collections.synchronizedList(new ArrayList<>());
  private StandInPlatform platform;

  @BeforeEach
  void aPlatform() throws Exception {
    platform = new StandInPlatform(vertx, SmallCity.assets(), kept::add);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private SimulatorSettings settings(OffsetDateTime anchor) {
    return new SimulatorSettings(
        "127.0.0.1",
        platform.httpPort,
        platform.mqttPort,
        "/nowhere",
        "flood-2020-08-06",
        60,
        new CityTime(FLOOD, anchor, 60),
        7,
        null,
        Tokens.listWishes().stream()
            .collect(Collectors.toMap(Tokens.Wish::name, wish -> wish.name() + ".secret")));
  }

  private String run(OffsetDateTime anchor) throws Exception {
    return vertx
        .deployVerticle(new Simulator(settings(anchor)))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private List<CityEvent> keptSoFar() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }

  private Set<String> callIds() {
    return keptSoFar().stream()
        .filter(CallReport.class::isInstance)
        .map(event -> event.origin().eventId())
        .collect(Collectors.toSet());
  }

  private Set<String> sources() {
    return keptSoFar().stream().map(e -> e.origin().source()).collect(Collectors.toSet());
  }

  private static void await(BooleanSupplier condition) {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < untilNs, "waited in vain");
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void everyFeedArrivesAtCityTime() throws Exception {
    OffsetDateTime anchor = OffsetDateTime.now(ZoneOffset.UTC);
    run(anchor);
    Set<String> most = Set.of(
        "suwon-fire-119",
        "suwon-police-112",
        "avl-fire",
        "avl-police",
        "suwon-water",
        "suwon-air",
        "suwon-weather",
        "suwon-safety",
        "its",
        "vms-1");
    await(() -> sources().containsAll(most));
    Duration since = Duration.between(anchor, OffsetDateTime.now(ZoneOffset.UTC));
    for (CityEvent event : keptSoFar()) {
      Duration after = Duration.between(FLOOD.toInstant(), event.observedAt());
      assertTrue(!after.isNegative() && after.compareTo(since.multipliedBy(60)) <= 0, "" + event);
    }
    assertEquals(0, platform.refused.size());
  }

  @Test
  void aSimulatorThatStartsAgainTellsTheSameCallsUnderTheSameIds() throws Exception {
    OffsetDateTime halfAnHourAgo = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(30);
    String first = run(halfAnHourAgo);
    await(() -> callIds().size() > 60);
    vertx.undeploy(first).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    Set<String> before = callIds();
    kept.clear();
    run(halfAnHourAgo);
    await(() -> callIds().containsAll(before));
  }

  @Test
  void whileCatchingUpOnlyWhatMattersStillIsSent() throws Exception {
    run(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(60));
    await(() -> keptSoFar().stream().anyMatch(e -> e.origin().source().equals("its")));
    OffsetDateTime soon = FLOOD.plusMinutes(40);
    List<CityEvent> old = keptSoFar().stream()
        .filter(event -> event.observedAt().isBefore(soon.toInstant()))
        .toList();
    assertTrue(old.size() > 100);
    assertTrue(old.stream().allMatch(e -> e.lane() == Lane.P0 || e.lane() == Lane.P1));
  }
}
