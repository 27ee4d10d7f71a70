package bongsu.verticles.asset;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.wire.WireEnum;
import bongsu.verticles.access.Audit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/**
 * The assets in the store with their history. One writer at a time over all nodes: the register's
 * version is locked until the change, its history and its audit row commit together.
 */
public final class AssetStore {
  private static final String LOCK = "select version from asset_register for update";
  private static final String PUT = """
      with written as (
        insert into asset (id, kind, version, feature, changed_at, changed_by)
        select id, kind, $4::bigint, feature, now(), $5::text
        from unnest($1::text[], $2::text[], $3::text[]) as given (id, kind, feature)
        on conflict (id) do update set kind = excluded.kind, version = excluded.version,
          feature = excluded.feature, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by
          where asset.feature <> excluded.feature
        returning *, xmax = 0 as is_new),
      kept as (
        insert into asset_version (id, version, kind, feature, changed_at, changed_by)
        select id, version, kind, feature, changed_at, changed_by from written)
      select count(*) filter (where is_new), count(*) filter (where not is_new) from written""";
  private static final String SET_VERSION = "update asset_register set version = $1";
  private static final String VERSION = "select version from asset_register";
  private static final String CHANGED_AFTER =
      "select version, feature from asset where version > $1";

  private final Pool pool;

  public AssetStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What a change came to.
   *
   * @param version the register's afterwards; the same as before when nothing changed
   */
  public record Change(long version, int added, int changed, int unchanged) {}

  /** One asset as it is kept: the register's version at its last change, and its GeoJSON. */
  record Kept(long version, String feature) {}

  /**
   * Adds the assets, or replaces those of the same id. All of them or, when it fails, none.
   *
   * @param who does it, for the audit log and the history
   * @param assets of different ids
   */
  public Future<Change> put(String who, List<Asset> assets) {
    return pool.withTransaction(connection -> connection
        .query(LOCK)
        .execute()
        .compose(
            locked -> write(connection, who, assets, locked.iterator().next().getLong(0))));
  }

  /** The register's version, 0 when it never held anything. */
  Future<Long> version() {
    return pool.query(VERSION).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  /** What was added or changed after a version. */
  Future<List<Kept>> listChangedAfter(long version) {
    return pool.preparedQuery(CHANGED_AFTER).execute(Tuple.of(version)).map(rows -> rows.stream()
        .map(row -> new Kept(row.getLong("version"), row.getString("feature")))
        .toList());
  }

  private static Future<Change> write(
      SqlConnection connection, String who, List<Asset> assets, long before) {
    return connection
        .preparedQuery(PUT)
        .execute(tuple(who, assets, before + 1))
        .map(rows -> change(rows.iterator().next(), assets.size(), before))
        .compose(change -> change.version() == before
            ? Future.succeededFuture(change)
            : publish(connection, who, assets, change).map(change));
  }

  private static Change change(Row row, int given, long before) {
    int added = row.getInteger(0);
    int changed = row.getInteger(1);
    long version = added + changed > 0 ? before + 1 : before;
    return new Change(version, added, changed, given - added - changed);
  }

  private static Future<Void> publish(
      SqlConnection connection, String who, List<Asset> assets, Change change) {
    String object = assets.size() == 1 ? assets.get(0).id() : "";
    String detail = "register version %d: %d added, %d changed"
        .formatted(change.version(), change.added(), change.changed());
    return connection
        .preparedQuery(SET_VERSION)
        .execute(Tuple.of(change.version()))
        .compose(done -> Audit.append(connection, who, "asset.change", object, detail));
  }

  private static Tuple tuple(String who, List<Asset> assets, long version) {
    return Tuple.of(
        texts(assets, Asset::id),
        texts(assets, asset -> WireEnum.wordOf(asset.kind())),
        texts(assets, AssetGeoJson::encode),
        version,
        who);
  }

  private static String[] texts(List<Asset> assets, Function<Asset, String> text) {
    return assets.stream().map(text).toArray(String[]::new);
  }
}
