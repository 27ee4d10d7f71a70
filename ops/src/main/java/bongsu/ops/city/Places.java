package bongsu.ops.city;

import bongsu.core.asset.Facility;
import bongsu.core.asset.FacilityType;
import bongsu.core.asset.PlaceNames;
import bongsu.core.asset.Polygon;
import bongsu.core.asset.Zone;
import bongsu.core.asset.ZoneType;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.WireEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Facilities and zones: those the fact files name, and schools, shelters and small parks about them. */
final class Places {
  private static final int SMALL_PARKS = 120;
  private static final double SCHOOL_ZONE_M = 300;

  private final Facts facts;
  private final Ground ground;
  private final Segments streets;
  private final Dice dice;
  private final PlaceNames names;
  private final List<Facility> facilities = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<Spot> parks = new ArrayList<>();
  private final Scatter apart = new Scatter(330);

  Places(Facts facts, Ground ground, Segments streets, Dice dice) {
    this.facts = facts;
    this.ground = ground;
    this.streets = streets;
    this.dice = dice;
    names = facts.city().placeNames();
    addNamedFacilities();
    addUnderpasses();
    addSchoolsAndShelters();
    addParks();
    addRiversides();
    addAreas("crowdAreas", ZoneType.CROWD_AREA);
    addAreas("restricted", ZoneType.RESTRICTED);
  }

  List<Facility> facilities() {
    return facilities;
  }

  List<Zone> zones() {
    return zones;
  }

  /** All parks as circles. */
  List<Spot> parks() {
    return parks;
  }

  private void addNamedFacilities() {
    for (FacilityType type : FacilityType.values()) {
      String word = WireEnum.wordOf(type);
      for (Spot spot : facts.facilities().getOrDefault(word, List.of()))
        addFacility(String.valueOf(spot.id()), spot.names(), type, facts.point(spot));
    }
  }

  private void addFacility(String id, Bilingual name, FacilityType type, Point at) {
    Position position = facts.position(at);
    facilities.add(new Facility(id, name, position, type, ground.districtOf(position)));
  }

  private void addUnderpasses() {
    for (Spot spot : facts.underpasses()) {
      String key = String.valueOf(spot.key()).toUpperCase(Locale.ROOT);
      addFacility("UNDERPASS-" + key, spot.names(), FacilityType.UNDERPASS, facts.point(spot));
      zones.add(
          circle("ZONE-UNDERPASS-" + key, spot.names(), ZoneType.UNDERPASS, facts.point(spot), 60));
    }
  }

  private void addSchoolsAndShelters() {
    int number = 0;
    for (CityProfile.Place place : facts.city().places()) {
      Point centre = facts.point(place.position());
      String ko = place.name().substring(0, place.name().length() - 1);
      String en = place.nameEn().replace("-dong", "");
      number++;
      if (!ground.isBuiltUp(centre)) continue;
      addFacility(
          Ids.of("SHELTER-", number, 2),
          new Bilingual(place.name() + " 행정복지센터", place.nameEn() + " Community Center"),
          FacilityType.SHELTER,
          centre);
      addSchool(number + "E", ko + "초등학교", en + " Elementary School", centre);
      addSchool(number + "M", ko + "중학교", en + " Middle School", centre);
      if (number % 2 == 0) addSchool(number + "H", ko + "고등학교", en + " High School", centre);
    }
  }

  private void addSchool(String number, String ko, String en, Point centre) {
    Bilingual name = new Bilingual(ko, en);
    for (int tries = 0; tries < 200; tries++) {
      Point p = centre.at(dice.between(0, 2 * StrictMath.PI), dice.between(100, 750));
      if (!isQuietPlace(p, 45) || !apart.tryAdd(p)) continue;
      addFacility("SCHOOL-" + number, name, FacilityType.SCHOOL, p);
      zones.add(circle(
          "ZONE-SCHOOL-" + number,
          new Bilingual(ko + " 어린이보호구역", en + " School Zone"),
          ZoneType.SCHOOL_ZONE,
          p,
          SCHOOL_ZONE_M));
      return;
    }
  }

  private boolean isQuietPlace(Point p, double fromStreetM) {
    double street = streets.distanceM(p, 200);
    return ground.isBuiltUp(p)
        && street >= fromStreetM
        && street < 200
        && ground.water().distanceM(p, 60) >= 60;
  }

  private void addParks() {
    parks.addAll(facts.parks());
    for (int tries = 0; tries < 40_000 && parks.size() < SMALL_PARKS; tries++) {
      Point p = new Point(dice.between(-9_000, 5_500), dice.between(-4_500, 7_000));
      if (!isQuietPlace(p, 70) || !apart.tryAdd(p)) continue;
      Position at = facts.position(p);
      Bilingual dong = names.findNearestName(at).orElseThrow();
      parks.add(new Spot(
          null,
          null,
          dong.ko() + " 어린이공원 " + (parks.size() + 1),
          dong.en() + " Children's Park " + (parks.size() + 1),
          List.of(at.latDeg(), at.lonDeg()),
          Math.rint(Math.min(95, streets.distanceM(p, 200) - 8)),
          0,
          0,
          0,
          0,
          null));
    }
    for (Spot park : parks) {
      String id = Ids.of("ZONE-PARK-", parks.indexOf(park) + 1, 3);
      zones.add(circle(id, park.names(), ZoneType.PARK, facts.point(park), park.radiusM()));
    }
  }

  private void addAreas(String list, ZoneType type) {
    for (Spot spot : facts.sensors().getOrDefault(list, List.of()))
      zones.add(
          circle(String.valueOf(spot.id()), spot.names(), type, facts.point(spot), spot.radiusM()));
  }

  /** Both banks of each stream, in pieces of about 1.2 km, within the city. */
  private void addRiversides() {
    for (int i = 0; i < ground.streamLines().size(); i++) {
      List<Point> line =
          ground.streamLines().get(i).stream().filter(ground::isInCity).toList();
      Facts.Way stream = facts.water().streams().get(i);
      int pieces = (int) Math.ceil(Curve.lengthM(line) / 1_200);
      for (int k = 0; k < pieces; k++) {
        int from = k * (line.size() - 1) / pieces;
        int to = (k + 1) * (line.size() - 1) / pieces;
        Bilingual name = new Bilingual(
            stream.name() + " 둔치 " + (k + 1), stream.nameEn() + " riverside " + (k + 1));
        String id = String.valueOf(stream.id()).replace("STREAM", "ZONE-RIVERSIDE") + "-" + (k + 1);
        zones.add(banks(id, name, line.subList(from, to + 1)));
      }
    }
  }

  private Zone banks(String id, Bilingual name, List<Point> line) {
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i < line.size(); i += 2) ring.add(beside(line, i, 45));
    for (int i = (line.size() - 1) / 2 * 2; i >= 0; i -= 2) ring.add(beside(line, i, -45));
    ring.add(ring.get(0));
    return zone(id, name, ZoneType.RIVERSIDE, ring);
  }

  private static Point beside(List<Point> line, int i, double metres) {
    Point before = line.get(Math.max(0, i - 1));
    Point after = line.get(Math.min(line.size() - 1, i + 1));
    return line.get(i).at(before.directionTo(after) + StrictMath.PI / 2, metres);
  }

  private Zone circle(String id, Bilingual name, ZoneType type, Point centre, double radiusM) {
    int corners = radiusM < 100 ? 8 : 14;
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) ring.add(centre.at(2 * StrictMath.PI * i / corners, radiusM));
    ring.add(ring.get(0));
    return zone(id, name, type, ring);
  }

  private Zone zone(String id, Bilingual name, ZoneType type, List<Point> ring) {
    Polygon polygon = new Polygon(List.of(Ground.coordinates(facts, ring)));
    return new Zone(id, name, type, List.of(polygon));
  }
}
