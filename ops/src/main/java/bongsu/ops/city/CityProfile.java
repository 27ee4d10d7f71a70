package bongsu.ops.city;

import bongsu.core.asset.PlaceNames;
import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;

/**
 * What a city is called and where it lies: {@code city.yaml} of the fact files, {@code city.json} of
 * a data directory.
 *
 * @param bbox west, south, east, north in degrees
 * @param center longitude, latitude in degrees
 * @param schematic whether the map is drawn from facts rather than surveyed; pages say so
 * @param places neighbourhoods by their centre
 */
public record CityProfile(
    String name,
    String nameEn,
    List<Double> bbox,
    List<Double> center,
    boolean schematic,
    String timeZone,
    List<Place> places) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** A neighbourhood; {@code at} is latitude, longitude in degrees. */
  public record Place(String name, String nameEn, List<Double> at) {
    public Place {
      if (at.size() != 2) throw new IllegalArgumentException(name + ": at must be [lat, lon]");
    }

    public Position position() {
      return Position.of(at.get(0), at.get(1));
    }
  }

  public CityProfile {
    if (bbox.size() != 4) throw new IllegalArgumentException("bbox must be [w, s, e, n]");
    if (center.size() != 2) throw new IllegalArgumentException("center must be [lon, lat]");
    places = List.copyOf(places);
  }

  /** Reads YAML or JSON, which is YAML too; the stream is closed. An unknown key is an error. */
  public static CityProfile read(InputStream profile) throws IOException {
    try (profile) {
      return YAML.readValue(profile, CityProfile.class);
    }
  }

  /** The profile as JSON, with the same keys. */
  public String toJson() throws IOException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }

  public BoundingBox boundingBox() {
    return new BoundingBox(bbox.get(0), bbox.get(1), bbox.get(2), bbox.get(3));
  }

  public Position centre() {
    return Position.of(center.get(1), center.get(0));
  }

  /** The plane on which this city measures metres. */
  public LocalPlane plane() {
    return new LocalPlane(centre());
  }

  public ZoneId zoneId() {
    return ZoneId.of(timeZone);
  }

  /** Tells in words where something is. */
  public PlaceNames placeNames() {
    return new PlaceNames(
        places.stream()
            .map(p -> new PlaceNames.Place(new Bilingual(p.name(), p.nameEn()), p.position()))
            .toList(),
        plane());
  }
}
