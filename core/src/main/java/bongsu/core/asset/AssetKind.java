package bongsu.core.asset;

/** The kinds of asset, as {@code properties.kind} and {@code ?kind=} name them. */
public enum AssetKind {
  CAMERA,
  SENSOR,
  JUNCTION,
  UNIT,
  FACILITY,
  ZONE,
  ROAD,
  STREAM,
  RAIL
}
