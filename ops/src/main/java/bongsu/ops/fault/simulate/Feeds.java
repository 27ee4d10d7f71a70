package bongsu.ops.fault.simulate;

import bongsu.core.event.Agency;
import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.Quantity;
import bongsu.verticles.shard.Parcel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that reports: sensors, cameras, units, calls, help buttons; each thing in an order of its own. */
final class Feeds {
  private static final long MINUTE_MS = 60_000;

  private final World world;
  private final Ideal ideal;
  private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
  private final Calls calls;
  private final List<Devices.Device> devices = new ArrayList<>();
  private boolean over;
  private long sent;

  Feeds(World world) {
    this.world = world;
    this.ideal = new Ideal(world);
    this.calls = new Calls(this, world);
  }

  void start() {
    sensors("DEPTH-", Quantity.WATER_DEPTH_M, 0.03, 0.25);
    sensors("LEVEL-", Quantity.WATER_LEVEL_M, 2, 0.8);
    sensors("GAS-", Quantity.CO_PPM, 15, 30);
    sensors("AIR-", Quantity.O3_PPM, 0.1, 0.08);
    world.city().listIds("CAM-").forEach(id -> add(new Devices.Camera(chance(id), id), 60));
    for (int i = 0; i < 6; i++) add(new Devices.Car(chance("UNIT-" + i), i, calls), 30);
    world
        .city()
        .listIds("BELL-")
        .forEach(id -> reportNowAndThen(new Devices.Bell(chance(id), id), 180));
    calls.start();
    new Spells(this, world, devices).start();
  }

  private void sensors(String prefix, Quantity quantity, double calm, double surge) {
    for (String id : world.city().listIds(prefix))
      add(new Devices.Gauge(chance(id), id, quantity, calm, surge), 60);
  }

  Chance chance(String id) {
    return world.chance(id);
  }

  private void add(Devices.Device device, int minutes) {
    devices.add(device);
    reportNowAndThen(device, minutes);
  }

  /** In quiet times, about every so many minutes. */
  private void reportNowAndThen(Devices.Device device, int minutes) {
    world.scheduler().in(device.chance().between(MINUTE_MS, 2L * minutes * MINUTE_MS), () -> {
      if (over) return;
      report(device);
      reportNowAndThen(device, minutes);
    });
  }

  /** The device's next report, in whatever form it comes. */
  void report(Devices.Device device) {
    Quirks quirks = device.quirks();
    quirks.pass(device.next(quirks.observedAt(world.now())), this::send);
    if (device.chance().percent(4)) repeatLater(device);
  }

  /** A gateway that was away sends again what it has sent long ago. */
  private void repeatLater(Devices.Device device) {
    device.quirks().findLast().ifPresent(last -> world
        .scheduler()
        .in(device.chance().between(1_000, 20 * MINUTE_MS), () -> {
          if (!over) send(last);
        }));
  }

  void send(CityEvent event) {
    sent++;
    // The police desk has merged the calls of one happening already.
    boolean merged = event instanceof CallReport call && call.agency() == Agency.POLICE;
    Parcel parcel = Parcel.of(event, merged);
    ideal.on(parcel);
    outboxes.computeIfAbsent(event.subject(), id -> new Outbox(world, id)).add(parcel);
    world.troubles().onEvent();
  }

  /** Nothing new is reported; what was reported is still sent. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  long sent() {
    return sent;
  }

  Ideal ideal() {
    return ideal;
  }

  /** Things that still wait for an acknowledgement. */
  List<String> listWaiting() {
    return outboxes.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
