package bongsu.ops.sim.model;

import bongsu.core.event.Agency;
import bongsu.core.event.CityEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A simulated city that runs. The same assets, book and settings give the same events byte for byte,
 * in however many steps its time is advanced. One thread.
 */
public final class World {
  /**
   * @param start city time at which it begins
   * @param run part of every id, see {@link Feeds#run}
   * @param rate city seconds in a real second, 1 to 60: a fast city reports moving things less often
   */
  public record Settings(long seed, Instant start, String run, int rate) {}

  /** More often than this in real time nobody can see. */
  private static final int REPORTS_A_REAL_SECOND = 10;

  private final Settings settings;
  private final City city;
  private final Agenda agenda;
  private final Feeds feeds;
  private final Spots spots;
  private final Devices devices;
  private final Sensors sensors;
  private final Cameras cameras;
  private final Fleet fleet;
  private final Map<Agency, CallDesk> desks = new EnumMap<>(Agency.class);

  /** @param sink given every event as it happens, in the order of city time */
  public World(City city, CallBook book, Settings settings, Consumer<CityEvent> sink) {
    this.settings = settings;
    this.city = city;
    agenda = new Agenda(settings.start());
    feeds = new Feeds(settings.run(), agenda, sink);
    spots = new Spots(city, book.districtShares());
    devices = new Devices(this);
    sensors = new Sensors(this);
    cameras = new Cameras(this);
    fleet = new Fleet(this);
    for (CallBook.DeskBook desk : book.desks())
      desks.put(desk.toAgency(), new CallDesk(this, desk));
    fleet.begin();
    sensors.begin();
    cameras.begin();
    devices.begin();
    new Signals(this).begin();
    new HelpButtons(this).begin();
    new Happenings(this, book).begin();
  }

  /** Everything up to and including that city time happens. */
  public void advanceTo(Instant cityTime) {
    agenda.runUntil(cityTime);
  }

  /** A stream of chance of its own. */
  public Chance chance(String stream) {
    return Chance.of(settings.seed(), stream);
  }

  public Agenda agenda() {
    return agenda;
  }

  public City city() {
    return city;
  }

  public Spots spots() {
    return spots;
  }

  public Sensors sensors() {
    return sensors;
  }

  public Cameras cameras() {
    return cameras;
  }

  public CallDesk desk(Agency agency) {
    return Objects.requireNonNull(desks.get(agency), () -> "no desk of " + agency.wire());
  }

  public Settings settings() {
    return settings;
  }

  Feeds feeds() {
    return feeds;
  }

  Devices devices() {
    return devices;
  }

  Fleet fleet() {
    return fleet;
  }

  /** City seconds between two positions of a moving unit: 1 up to rate 10. */
  int reportEveryS() {
    return Math.max(1, settings.rate() / REPORTS_A_REAL_SECOND);
  }

  /** How many times longer things that hardly change may stay unreported. */
  int thinning() {
    return reportEveryS();
  }
}
