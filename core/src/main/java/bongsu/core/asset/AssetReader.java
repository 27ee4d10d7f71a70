package bongsu.core.asset;

import bongsu.core.wire.RejectedException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One GeoJSON document to assets, holding one feature in memory at a time. */
final class AssetReader {
  private final AssetLimits limits;
  private final List<Asset> assets = new ArrayList<>();
  private final List<AssetGeoJson.Rejection> rejections = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int index;

  AssetReader(AssetLimits limits) {
    this.limits = limits;
  }

  AssetGeoJson.Decoded read(byte[] json) {
    try (JsonParser parser = AssetGeoJson.MAPPER.getFactory().createParser(json)) {
      if (json.length > limits.maxBytes())
        throw new RejectedException("", "must be at most " + limits.maxBytes() + " bytes");
      readDocument(parser);
    } catch (RejectedException e) {
      refuseDocument(e.rejection().field(), e.rejection().reason());
    } catch (JsonProcessingException e) {
      refuseDocument("", "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      refuseDocument("", "not UTF-8 JSON: " + e.getMessage());
    }
    return new AssetGeoJson.Decoded(assets, rejections);
  }

  /** Half of a broken document is nobody's intention, so none of it counts. */
  private void refuseDocument(String field, String reason) {
    assets.clear();
    rejections.add(new AssetGeoJson.Rejection(-1, field, reason));
  }

  private void readDocument(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT)
      throw new RejectedException("", "must be a JSON object");
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    boolean hadFeatures = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
        hadFeatures = true;
        readFeatures(parser);
      } else {
        rest.set(name, (JsonNode) AssetGeoJson.MAPPER.readTree(parser));
      }
    }
    finish(rest, hadFeatures);
  }

  private void finish(ObjectNode rest, boolean hadFeatures) {
    String type = rest.path("type").asText("");
    if (type.equals("Feature")) readFeature(rest);
    else if (!type.equals("FeatureCollection"))
      throw new RejectedException("type", "must be Feature or FeatureCollection");
    else if (!hadFeatures) throw new RejectedException("features", "must be an array");
  }

  private void readFeatures(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (index >= limits.maxFeatures())
        throw new RejectedException("features", "must be at most " + limits.maxFeatures());
      readFeature(AssetGeoJson.MAPPER.readTree(parser));
      index++;
    }
  }

  private void readFeature(JsonNode feature) {
    try {
      Asset asset = FeatureReader.read(feature, limits);
      if (!ids.add(asset.id())) throw new RejectedException("id", "appears twice: " + asset.id());
      assets.add(asset);
    } catch (RejectedException e) {
      rejections.add(
          new AssetGeoJson.Rejection(index, e.rejection().field(), e.rejection().reason()));
    }
  }
}
