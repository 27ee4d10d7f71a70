package bongsu.verticles.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads the audit log and proves that nobody changed it. */
public final class AuditLog {
  private static final int PAGE = 5_000;
  private static final String HEAD =
      "select n, hash, (select coalesce(max(n), 0) from audit) as last from audit_head";
  private static final String ROWS = "select * from audit where n > $1 order by n limit $2";
  private static final String LAST = "select * from audit order by n desc limit $1";

  private final Pool pool;

  public AuditLog(Pool pool) {
    this.pool = pool;
  }

  /** What verifying came to. */
  public sealed interface Verdict {}

  /**
   * Every row fits.
   *
   * @param head the last row's hash in hexadecimal: noted elsewhere, it proves later that even the
   *     whole chain was not written anew
   */
  public record Intact(long rows, String head) implements Verdict {}

  /** The first row that is missing or does not fit. */
  public record Broken(long n, String why) implements Verdict {}

  private record Head(long n, byte[] hash, long last) {}

  /** Checks the rows that are there now; those appended meanwhile are left to the next time. */
  public Future<Verdict> verify() {
    return pool.query(HEAD).execute().compose(rows -> {
      Row row = rows.iterator().next();
      Head head = new Head(row.getLong("n"), row.getBuffer("hash").getBytes(), row.getLong("last"));
      return verify(head, 0, new byte[32]);
    });
  }

  /** The last rows, newest first. */
  public Future<List<AuditRow>> list(int limit) {
    return pool.preparedQuery(LAST)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(AuditRow::of).toList());
  }

  private Future<Verdict> verify(Head head, long done, byte[] hash) {
    if (done >= head.n()) return Future.succeededFuture(atEnd(head, hash));
    return pool.preparedQuery(ROWS)
        .execute(Tuple.of(done, PAGE))
        .compose(rows -> page(head, done, hash, rows.stream().map(AuditRow::of).toList()));
  }

  private Future<Verdict> page(Head head, long done, byte[] hash, List<AuditRow> rows) {
    long at = done;
    byte[] previous = hash;
    for (AuditRow row : rows) {
      if (at == head.n()) break;
      if (row.n() != at + 1) return broken(at + 1, "is missing");
      if (!Arrays.equals(row.hash(), row.hashAfter(previous)))
        return broken(row.n(), "does not fit its hash and the row before");
      at = row.n();
      previous = row.hash();
    }
    if (rows.isEmpty()) return broken(at + 1, "is missing: the log is cut off there");
    return verify(head, at, previous);
  }

  private static Verdict atEnd(Head head, byte[] hash) {
    if (!Arrays.equals(head.hash(), hash))
      return new Broken(head.n(), "is not the row the log ended with");
    if (head.last() > head.n()) return new Broken(head.n() + 1, "was not appended by the log");
    return new Intact(head.n(), HexFormat.of().formatHex(hash));
  }

  private static Future<Verdict> broken(long n, String why) {
    return Future.succeededFuture(new Broken(n, why));
  }
}
