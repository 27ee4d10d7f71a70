package bongsu.verticles.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * The hash-chained log of who did what. Personal data never goes in: name the object (an incident's
 * id), not what it holds.
 */
public final class Audit {
  private static final String APPEND = "select audit_append($1, $2, $3, $4)";
  private static final int MAX_TEXT = 2_000;

  private final Pool pool;

  public Audit(Pool pool) {
    this.pool = pool;
  }

  /**
   * Appends one row, in the order of commit over all nodes.
   *
   * @param who {@link bongsu.core.access.Principal#who()}, or {@code local:NAME} for a command
   * @param what the deed: {@code incident.view}, {@code asset.change}
   * @param object its object's id, empty when there is none
   * @param detail further facts, empty when there are none
   * @return completes when it is durable
   */
  public Future<Void> append(String who, String what, String object, String detail) {
    return append(pool, who, what, object, detail);
  }

  /** As above within a transaction, as its last step: other appends wait until it ends. */
  public static Future<Void> append(
      SqlClient client, String who, String what, String object, String detail) {
    return client
        .preparedQuery(APPEND)
        .execute(Tuple.of(clean(who), clean(what), clean(object), clean(detail)))
        .mapEmpty();
  }

  private static String clean(String text) {
    return StoredText.clean(text, MAX_TEXT);
  }
}
