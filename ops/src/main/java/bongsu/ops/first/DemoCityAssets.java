package bongsu.ops.first;

import bongsu.core.asset.Asset;
import bongsu.ops.city.DemoCity;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.FirstStart;
import bongsu.verticles.asset.AssetStore;
import io.vertx.core.Future;
import java.util.List;

/** Draws the demo city into the data directory and registers its assets, as an import would. */
public final class DemoCityAssets implements FirstStart {
  private static final int AT_ONCE = 5_000;

  @Override
  public String name() {
    return "demo city";
  }

  @Override
  public String run(Context context) throws Exception {
    List<Asset> assets = DemoCity.writeTo(context.dir().path().resolve("city"));
    try (OpenStore store = OpenStore.at(context.store())) {
      store.get(register(new AssetStore(store.pool()), assets));
    }
    return assets.size() + " assets";
  }

  private static Future<Void> register(AssetStore store, List<Asset> assets) {
    Future<Void> done = Future.succeededFuture();
    for (int from = 0; from < assets.size(); from += AT_ONCE) {
      List<Asset> part = assets.subList(from, Math.min(assets.size(), from + AT_ONCE));
      done = done.compose(before -> store.put("launcher", part)).mapEmpty();
    }
    return done;
  }
}
