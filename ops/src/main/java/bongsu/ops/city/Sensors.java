package bongsu.ops.city;

import static bongsu.core.event.Quantity.CO_PPM;
import static bongsu.core.event.Quantity.GUST_MPS;
import static bongsu.core.event.Quantity.H2S_PPM;
import static bongsu.core.event.Quantity.HUMIDITY_PCT;
import static bongsu.core.event.Quantity.LEL_PCT;
import static bongsu.core.event.Quantity.NOISE_DB;
import static bongsu.core.event.Quantity.O2_PCT;
import static bongsu.core.event.Quantity.O3_PPM;
import static bongsu.core.event.Quantity.PM10_UGM3;
import static bongsu.core.event.Quantity.PM25_UGM3;
import static bongsu.core.event.Quantity.RAIN1H_MM;
import static bongsu.core.event.Quantity.RAIN3H_MM;
import static bongsu.core.event.Quantity.SMOKE_PCT;
import static bongsu.core.event.Quantity.SNOW_CM;
import static bongsu.core.event.Quantity.SOIL_MOISTURE_PCT;
import static bongsu.core.event.Quantity.TEMPERATURE_C;
import static bongsu.core.event.Quantity.TILT_DEG;
import static bongsu.core.event.Quantity.TILT_RATE_DEG_H;
import static bongsu.core.event.Quantity.WATER_DEPTH_M;
import static bongsu.core.event.Quantity.WATER_LEVEL_M;
import static bongsu.core.event.Quantity.WIND_MPS;

import bongsu.core.asset.PlaceNames;
import bongsu.core.asset.Sensor;
import bongsu.core.event.Quantity;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.WireEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 3 000 sensors: gauges and underpasses from the facts, the rest where such sensors hang. */
final class Sensors {
  private static final int SENSORS = 3_000;
  private static final List<Quantity> AIR =
      List.of(PM10_UGM3, PM25_UGM3, TEMPERATURE_C, HUMIDITY_PCT, NOISE_DB);

  /** How a quantity is called and how often it is measured. */
  private record Label(String ko, String en, String unit, double periodS) {}

  private static final Map<Quantity, Label> LABELS = Map.ofEntries(
      Map.entry(WATER_LEVEL_M, new Label("수위", "level", "m", 60)),
      Map.entry(WATER_DEPTH_M, new Label("침수심", "water depth", "m", 10)),
      Map.entry(RAIN1H_MM, new Label("1시간 강우", "rain 1 h", "mm", 60)),
      Map.entry(RAIN3H_MM, new Label("3시간 강우", "rain 3 h", "mm", 60)),
      Map.entry(WIND_MPS, new Label("풍속", "wind", "m/s", 60)),
      Map.entry(GUST_MPS, new Label("순간풍속", "gust", "m/s", 60)),
      Map.entry(SNOW_CM, new Label("적설", "snow", "cm", 600)),
      Map.entry(O3_PPM, new Label("오존", "ozone", "ppm", 300)),
      Map.entry(PM10_UGM3, new Label("미세먼지", "PM10", "µg/m³", 120)),
      Map.entry(PM25_UGM3, new Label("초미세먼지", "PM2.5", "µg/m³", 120)),
      Map.entry(TEMPERATURE_C, new Label("기온", "temperature", "℃", 120)),
      Map.entry(HUMIDITY_PCT, new Label("습도", "humidity", "%", 120)),
      Map.entry(NOISE_DB, new Label("소음", "noise", "dB", 120)),
      Map.entry(CO_PPM, new Label("일산화탄소", "CO", "ppm", 30)),
      Map.entry(SMOKE_PCT, new Label("연기", "smoke", "%", 30)),
      Map.entry(LEL_PCT, new Label("가연성가스", "gas", "% LEL", 30)),
      Map.entry(H2S_PPM, new Label("황화수소", "H2S", "ppm", 60)),
      Map.entry(O2_PCT, new Label("산소", "oxygen", "%", 60)),
      Map.entry(TILT_DEG, new Label("기울기", "tilt", "°", 300)),
      Map.entry(TILT_RATE_DEG_H, new Label("기울기 변화", "tilt rate", "°/h", 300)),
      Map.entry(SOIL_MOISTURE_PCT, new Label("토양수분", "soil moisture", "%", 600)));

  private final Facts facts;
  private final Ground ground;
  private final Dice dice;
  private final PlaceNames names;
  private final List<RoadDraft.Node> corners;
  private final Scatter apart = new Scatter(120);
  private final List<Sensor> sensors = new ArrayList<>();

  Sensors(Facts facts, Ground ground, Streets streets, Dice dice) {
    this.facts = facts;
    this.ground = ground;
    this.dice = dice;
    names = facts.city().placeNames();
    corners = streets.draft().nodes();
    addRivers();
    addUnderpasses();
    addStations("RAIN", 20, "관측소", "station", RAIN1H_MM, RAIN3H_MM);
    addStations("WIND", 15, "관측소", "station", WIND_MPS, GUST_MPS);
    addStations("SNOW", 10, "관측소", "station", SNOW_CM);
    addStations("O3", 11, "측정소", "monitor", O3_PPM);
    addStations("SEWER", 20, "하수 펌프장", "sewage pump", H2S_PPM, O2_PCT);
    for (Spot spot : list("tunnels")) addInside("TUNNEL", spot, 10, CO_PPM, SMOKE_PCT);
    for (Spot spot : list("markets")) {
      addInside("MARKET", spot, 12, SMOKE_PCT);
      addInside("MARKET", spot, 8, LEL_PCT);
      addInside("MARKET", spot, 4, CO_PPM);
    }
    addSlopes();
    int stations = (SENSORS - sensors.size()) / AIR.size();
    addStations("AIR", stations, "환경", "air", AIR.toArray(Quantity[]::new));
  }

  List<Sensor> sensors() {
    return sensors;
  }

  private List<Spot> list(String name) {
    return facts.sensors().getOrDefault(name, List.of());
  }

  private void add(
      String id, Bilingual place, Point at, Quantity quantity, Sensor.@Nullable Levels levels) {
    Label label = LABELS.get(quantity);
    if (label == null) throw new IllegalStateException("no label for " + quantity);
    sensors.add(new Sensor(
        id,
        new Bilingual(place.ko() + ' ' + label.ko(), place.en() + ' ' + label.en()),
        facts.position(at),
        quantity,
        label.unit(),
        label.periodS(),
        levels,
        place.ko()));
  }

  private void addRivers() {
    for (Spot river : list("rivers"))
      add(
          String.valueOf(river.id()),
          river.names(),
          facts.point(river),
          WATER_LEVEL_M,
          new Sensor.Levels(river.attention(), river.alert()));
  }

  /** Barriers close by themselves at 15 cm; 5 cm is our own first notice. */
  private void addUnderpasses() {
    for (Spot spot : facts.underpasses()) {
      Sensor.Levels levels = new Sensor.Levels(0.05, 0.15);
      add("UP-" + spot.key(), spot.names(), facts.point(spot), WATER_DEPTH_M, levels);
      Point other = facts.point(spot).plus(12, 0);
      add("UP-" + spot.key() + "-2", spot.names(), other, WATER_DEPTH_M, levels);
    }
  }

  /** Stations at street corners, each sensor of a station at the same place. */
  private void addStations(String prefix, int count, String ko, String en, Quantity... quantities) {
    Scatter wide = count > 100 ? apart : new Scatter(900);
    for (int number = 1; number <= count; ) {
      RoadDraft.Node corner = corners.get(dice.below(corners.size()));
      if (!wide.tryAdd(corner.at)) continue;
      Point at = corner.at.plus(8, -6);
      Bilingual dong = names.findNearestName(facts.position(at)).orElseThrow();
      Bilingual name =
          new Bilingual(dong.ko() + ' ' + ko + ' ' + number, dong.en() + ' ' + en + ' ' + number);
      for (Quantity quantity : quantities)
        add(Ids.of(prefix + "-", number, 3) + "-" + word(quantity), name, at, quantity, null);
      number++;
    }
  }

  private void addInside(String prefix, Spot spot, int count, Quantity... quantities) {
    for (int i = 1; i <= count; i++) {
      Point at = facts.point(spot).at(dice.between(0, 2 * StrictMath.PI), dice.between(5, 70));
      Bilingual name = new Bilingual(spot.name() + ' ' + i, spot.nameEn() + ' ' + i);
      for (Quantity quantity : quantities)
        add(
            Ids.of(prefix + "-" + spot.key() + "-" + word(quantity) + "-", i, 2),
            name,
            at,
            quantity,
            null);
    }
  }

  /** On the rims of the hills, where houses stand below. */
  private void addSlopes() {
    List<Spot> hills = facts.water().openLand().stream()
        .filter(s -> s.name().endsWith("산") || s.name().endsWith("봉"))
        .toList();
    for (int number = 1; number <= 60; ) {
      Spot hill = hills.get(dice.below(hills.size()));
      double away = hill.radiusM() * dice.between(0.75, 0.98);
      Point at = facts.point(hill).at(dice.between(0, 2 * StrictMath.PI), away);
      if (!ground.isInCity(at) || !apart.tryAdd(at)) continue;
      Bilingual name =
          new Bilingual(hill.name() + " 비탈 " + number, hill.nameEn() + " slope " + number);
      for (Quantity quantity : List.of(TILT_DEG, TILT_RATE_DEG_H, SOIL_MOISTURE_PCT))
        add(Ids.of("SLOPE-", number, 2) + "-" + word(quantity), name, at, quantity, null);
      number++;
    }
  }

  private static String word(Quantity quantity) {
    return WireEnum.wordOf(quantity);
  }
}
