package bongsu.core.asset;

import bongsu.core.geo.LocalPlane;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells in words where something is: the neighbourhood whose centre is nearest. */
public final class PlaceNames {
  private final LocalPlane plane;
  private final List<Place> places;

  /** A neighbourhood (동) by its centre. */
  public record Place(Bilingual name, Position centre) {}

  /** @param plane the city's plane, on which nearness is measured */
  public PlaceNames(Collection<Place> places, LocalPlane plane) {
    this.plane = plane;
    this.places =
        places.stream().sorted(Comparator.comparing(p -> p.name().ko())).toList();
  }

  /** The nearest neighbourhood's name, {@code 인계동} / {@code Ingye-dong}; none in a city without. */
  public Optional<Bilingual> findNearestName(Position position) {
    return places.stream()
        .min(Comparator.comparingDouble(p -> plane.distanceM(p.centre(), position)))
        .map(Place::name);
  }
}
