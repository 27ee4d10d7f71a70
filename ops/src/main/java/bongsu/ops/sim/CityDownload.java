package bongsu.ops.sim;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.asset.PlaceNames;
import bongsu.core.geo.Position;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.WireEnum;
import bongsu.ops.sim.model.City;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform what the city looks like, until it is there. */
final class CityDownload {
  private static final Logger LOG = LoggerFactory.getLogger(CityDownload.class);
  private static final long AGAIN_MS = 2_000;
  private static final List<AssetKind> KINDS = List.of(
      AssetKind.ROAD,
      AssetKind.ZONE,
      AssetKind.FACILITY,
      AssetKind.UNIT,
      AssetKind.JUNCTION,
      AssetKind.SENSOR,
      AssetKind.CAMERA);

  private final Vertx vertx;
  private final HttpClient client;
  private final RequestOptions request;

  CityDownload(Vertx vertx, HttpClient client, String host, int port, Tokens.Token token) {
    this.vertx = vertx;
    this.client = client;
    request = new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost(host)
        .setPort(port)
        .setTimeout(30_000)
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.text());
  }

  /** Completes when the platform knows roads and units. */
  Future<City> getCity() {
    return read().recover(failure -> {
      LOG.info("no city yet: {}", failure.getMessage());
      return vertx.timer(AGAIN_MS).compose(later -> getCity());
    });
  }

  private Future<City> read() {
    List<Asset> assets = new ArrayList<>();
    Future<Void> all = Future.succeededFuture();
    for (AssetKind kind : KINDS)
      all = all.compose(before -> get("/api/v1/assets?kind=" + WireEnum.wordOf(kind)))
          .onSuccess(body -> assets.addAll(decode(body)))
          .mapEmpty();
    return all.compose(done -> get("/api/v1/city")).map(profile -> city(assets, places(profile)));
  }

  private static List<Asset> decode(Buffer geoJson) {
    AssetGeoJson.Decoded decoded =
        AssetGeoJson.decode(geoJson.getBytes(), AssetLimits.within(null));
    if (!decoded.rejections().isEmpty())
      LOG.warn(
          "assets not understood, first of {}: {}",
          decoded.rejections().size(),
          decoded.rejections().get(0));
    return decoded.assets();
  }

  private static City city(List<Asset> assets, List<PlaceNames.Place> places) {
    City city = City.of(assets, places);
    if (city.units().isEmpty()) throw new IllegalStateException("it has no units");
    return city;
  }

  /** Neighbourhoods by their centres {@code [lat, lon]}; a city need not tell any. */
  private static List<PlaceNames.Place> places(Buffer profile) {
    List<PlaceNames.Place> places = new ArrayList<>();
    JsonArray told = new JsonObject(profile).getJsonArray("places", new JsonArray());
    for (int i = 0; i < told.size(); i++) {
      JsonObject place = told.getJsonObject(i);
      JsonArray at = place.getJsonArray("at");
      Bilingual name = new Bilingual(place.getString("name"), place.getString("nameEn"));
      places.add(new PlaceNames.Place(name, Position.of(at.getDouble(0), at.getDouble(1))));
    }
    return places;
  }

  private Future<Buffer> get(String uri) {
    return client
        .request(new RequestOptions(request).setURI(uri))
        .compose(r -> r.send())
        .compose(response -> response.statusCode() == 200
            ? response.body()
            : Future.failedFuture(uri + " answered " + response.statusCode()));
  }
}
