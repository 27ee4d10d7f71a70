package bongsu.core.asset;

import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;

/**
 * A CCTV camera and what it can see: a sector of a circle.
 *
 * @param headingDeg where it looks, clockwise from north, [0, 360)
 * @param fovDeg opening of its view, 0 to 360
 * @param rangeM how far a person is still seen, up to 2 000 m
 * @param ptz whether it can be turned (회전형); turning needs an incident
 */
public record Camera(
    String id,
    Bilingual name,
    Position position,
    CameraPurpose purpose,
    double headingDeg,
    double fovDeg,
    double rangeM,
    boolean ptz)
    implements Asset.AtPoint {
  public Camera {
    Check.id(id);
    Check.within("headingDeg", headingDeg, 0, Math.nextDown(360.0));
    Check.within("fovDeg", fovDeg, 0, 360);
    Check.within("rangeM", rangeM, 0, 2_000);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.CAMERA;
  }
}
