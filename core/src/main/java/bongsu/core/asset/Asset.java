package bongsu.core.asset;

import bongsu.core.geo.BoundingBox;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;

/** A thing the city owns (자산) or knows the place of. Its GeoJSON form is {@link AssetGeoJson}. */
public sealed interface Asset permits Asset.AtPoint, Asset.AlongLine, Zone {
  /** Unique among all assets: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
  String id();

  /** Name for people; the id again where there is no better one. */
  Bilingual name();

  AssetKind kind();

  /** One position that stands for it: the point, a line's middle, the middle of a zone. */
  Position position();

  /** The smallest box around its geometry. */
  BoundingBox bounds();

  /** An asset that is one point on the map. */
  sealed interface AtPoint extends Asset permits Camera, Sensor, Junction, Unit, Facility {
    @Override
    default BoundingBox bounds() {
      Position p = position();
      return new BoundingBox(p.lonDeg(), p.latDeg(), p.lonDeg(), p.latDeg());
    }
  }

  /** An asset that is a line on the map. */
  sealed interface AlongLine extends Asset permits Road, Stream, Rail {
    Coordinates line();

    @Override
    default Position position() {
      return line().middle();
    }

    @Override
    default BoundingBox bounds() {
      return line().bounds();
    }
  }
}
