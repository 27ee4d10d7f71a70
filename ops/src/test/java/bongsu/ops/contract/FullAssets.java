package bongsu.ops.contract;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetKind;
import bongsu.core.wire.WireEnum;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** One asset of each kind with every property it can have, as we write it. */
final class FullAssets {
  private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[127.02,37.26]}";
  private static final String LINE =
      "{\"type\":\"LineString\",\"coordinates\":[[127.02,37.26],[127.03,37.27]]}";
  private static final String AREA = "{\"type\":\"Polygon\",\"coordinates\":"
      + "[[[127.02,37.26],[127.03,37.26],[127.03,37.27],[127.02,37.26]]]}";
  private static final Map<AssetKind, String> OWN = Map.of(
      AssetKind.CAMERA,
      "\"purpose\":\"crimePrevention\",\"headingDeg\":90,\"fovDeg\":60,\"rangeM\":80,\"ptz\":true",
      AssetKind.SENSOR,
      "\"quantity\":\"waterLevelM\",\"unit\":\"m\",\"periodS\":60,"
          + "\"levels\":{\"attention\":3.3,\"alert\":5.5},\"place\":\"백년교\"",
      AssetKind.JUNCTION,
      "\"phases\":4,\"cycleS\":120,\"edges\":[\"R-1\",\"R-2\"]",
      AssetKind.UNIT,
      "\"service\":\"fire\",\"unitType\":\"pumper\",\"base\":\"FS-1\"",
      AssetKind.FACILITY,
      "\"facilityType\":\"fireStation\",\"district\":\"D-1\"",
      AssetKind.ZONE,
      "\"zoneType\":\"riverside\"",
      AssetKind.ROAD,
      "\"from\":\"J-1\",\"to\":\"J-2\",\"lanes\":2,\"speedMps\":13.9,\"roadClass\":\"arterial\","
          + "\"oneway\":false",
      AssetKind.STREAM,
      "",
      AssetKind.RAIL,
      "\"line\":\"수인분당선\"");

  private FullAssets() {}

  /** The record that stands for a kind. */
  static Class<?> classOf(AssetKind kind) {
    return leaves(Asset.class)
        .filter(type -> type.getSimpleName().equalsIgnoreCase(kind.name()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FullAssets::leaves)
        : Stream.of(type);
  }

  static ObjectNode of(AssetKind kind) {
    String geometry = kind == AssetKind.ZONE
        ? AREA
        : Asset.AlongLine.class.isAssignableFrom(classOf(kind)) ? LINE : POINT;
    String own = OWN.get(kind).isEmpty() ? "" : "," + OWN.get(kind);
    return (ObjectNode)
        Mutants.parse("{\"type\":\"Feature\",\"id\":\"A-1\",\"geometry\":" + geometry
            + ",\"properties\":{\"kind\":\"" + WireEnum.wordOf(kind)
            + "\",\"name\":\"이름\",\"nameEn\":\"Name\"" + own + "}}");
  }
}
