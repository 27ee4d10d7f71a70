package bongsu.verticles.access;

import bongsu.verticles.web.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.stream.StreamSupport;

/**
 * At most five wrong sign-ins a minute for a name and for an address, over all nodes together. Each
 * try is counted before its password is looked at, so that many at once are no way around.
 */
final class SignInThrottle {
  private static final int MAX_WRONG = 5;
  private static final String FORGET =
      "delete from sign_in_try where at < now() - interval '1 minute'";
  private static final String ENTER =
      "insert into sign_in_try (key) values ($1), ($2) returning id";
  private static final String COUNT = """
      select coalesce(max(tries), 0) from (
        select count(*) as tries from sign_in_try
        where key in ($1, $2) and at >= now() - interval '1 minute' group by key) each_key""";
  private static final String LEAVE = "delete from sign_in_try where id = any($1)";

  private final Pool pool;

  SignInThrottle(Pool pool) {
    this.pool = pool;
  }

  /** A counted try, to be taken back when the password was right. */
  record Entry(Long[] ids) {}

  static RefusedException tooMany() {
    return new RefusedException(
        429, "Too Many Requests", "too many wrong sign-ins; try again in a minute");
  }

  /** Counts a try. Fails with 429 when there were five wrong ones in the last minute. */
  Future<Entry> enter(String name, String address) {
    Tuple keys = Tuple.of(key("name:" + name), key("address:" + address));
    return pool.query(FORGET)
        .execute()
        .compose(done -> pool.preparedQuery(ENTER).execute(keys))
        .map(rows -> new Entry(StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getLong(0))
            .toArray(Long[]::new)))
        .compose(entry -> pool.preparedQuery(COUNT)
            .execute(keys)
            .compose(rows -> rows.iterator().next().getLong(0) > MAX_WRONG
                ? refuse(entry)
                : Future.succeededFuture(entry)));
  }

  /** Takes the try back. */
  Future<Void> leave(SqlClient client, Entry entry) {
    return client.preparedQuery(LEAVE).execute(Tuple.of(entry.ids())).mapEmpty();
  }

  /** A refused try does not count, or knocking would lock a person out for ever. */
  private Future<Entry> refuse(Entry entry) {
    return leave(pool, entry).compose(done -> Future.failedFuture(tooMany()));
  }

  private static Buffer key(String text) {
    return Buffer.buffer(Secrets.sha256(text));
  }
}
