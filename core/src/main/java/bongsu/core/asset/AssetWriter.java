package bongsu.core.asset;

import bongsu.core.wire.JsonText;

/** One asset to one GeoJSON Feature; the counterpart of {@link FeatureReader}. */
final class AssetWriter {
  private AssetWriter() {}

  static String write(Asset asset) {
    JsonText json = new JsonText().open().put("type", "Feature").put("id", asset.id());
    GeometryWriter.write(asset, json.open("geometry"));
    json.close().open("properties").put("kind", asset.kind());
    writeName(asset, json);
    writeProperties(asset, json);
    return json.close().close().toString();
  }

  /** The id stands for a missing name and the Korean name for a missing English one. */
  private static void writeName(Asset asset, JsonText json) {
    String ko = asset.name().ko();
    if (!ko.equals(asset.id())) json.put("name", ko);
    if (!asset.name().en().equals(ko)) json.put("nameEn", asset.name().en());
  }

  private static void writeProperties(Asset asset, JsonText json) {
    if (asset instanceof Camera camera) writeCamera(camera, json);
    else if (asset instanceof Sensor sensor) writeSensor(sensor, json);
    else if (asset instanceof Junction junction) writeJunction(junction, json);
    else if (asset instanceof Unit unit) writeUnit(unit, json);
    else if (asset instanceof Facility facility)
      json.put("facilityType", facility.facilityType()).put("district", facility.district());
    else if (asset instanceof Zone zone) json.put("zoneType", zone.zoneType());
    else if (asset instanceof Road road) writeRoad(road, json);
    else if (asset instanceof Rail rail) json.put("line", rail.railLine());
  }

  private static void writeCamera(Camera camera, JsonText json) {
    json.put("purpose", camera.purpose())
        .put("headingDeg", camera.headingDeg())
        .put("fovDeg", camera.fovDeg())
        .put("rangeM", camera.rangeM())
        .put("ptz", camera.ptz());
  }

  private static void writeSensor(Sensor sensor, JsonText json) {
    json.put("quantity", sensor.quantity())
        .put("unit", sensor.unit())
        .put("periodS", sensor.periodS());
    Sensor.Levels levels = sensor.levels();
    if (levels != null)
      json.open("levels")
          .put("attention", levels.attention())
          .put("alert", levels.alert())
          .close();
    json.put("place", sensor.place());
  }

  private static void writeJunction(Junction junction, JsonText json) {
    json.put("phases", (long) junction.phases()).put("cycleS", (long) junction.cycleS());
    json.openList("edges");
    for (String edge : junction.edges()) json.item('"' + edge + '"');
    json.closeList();
  }

  private static void writeUnit(Unit unit, JsonText json) {
    json.put("service", unit.service()).put("unitType", unit.unitType()).put("base", unit.base());
  }

  private static void writeRoad(Road road, JsonText json) {
    json.put("from", road.from())
        .put("to", road.to())
        .put("lanes", (long) road.lanes())
        .put("speedMps", road.speedMps())
        .put("roadClass", road.roadClass())
        .put("oneway", road.oneway());
  }
}
