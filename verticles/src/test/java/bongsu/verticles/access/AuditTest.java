package bongsu.verticles.access;

import static bongsu.verticles.access.AccessBench.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bongsu.ops.postgres.TestStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private final Vertx vertx = Vertx.vertx();
  private TestStore store;
  private Pool pool;
  private Audit audit;
  private AuditLog log;

  @BeforeEach
  void open() {
    store = TestStore.migratedFrom("classpath:db/migration").open();
    pool = AccessBench.pool(vertx, store.app());
    audit = new Audit(pool);
    log = new AuditLog(pool);
  }

  @AfterEach
  void close() {
    await(vertx.close());
    store.close();
  }

  private void append(int rows) {
    for (int i = 1; i <= rows; i++)
      await(audit.append("user:kim", "test", "object " + i, "봉수|1:x"));
  }

  /** What only somebody with the owner's password can do. */
  private void tamper(String sql) throws SQLException {
    try (var connection = store.owner().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private AuditLog.Broken broken() {
    return assertInstanceOf(AuditLog.Broken.class, await(log.verify()));
  }

  private AuditLog.Intact intact() {
    return assertInstanceOf(AuditLog.Intact.class, await(log.verify()));
  }

  @Test
  void anEmptyAndAGrownLogAreIntactAndTheHeadMoves() {
    AuditLog.Intact empty = intact();
    append(3);
    assertEquals(3, intact().rows());
    assertNotEquals(empty.head(), intact().head());
  }

  @Test
  void manyAppendingAtOnceFormOneChain() {
    List<Future<Void>> appends = IntStream.range(0, 200)
        .mapToObj(i -> audit.append("user:" + i % 7, "test", "", "parallel"))
        .toList();
    await(Future.all(appends));
    assertEquals(200, intact().rows());
  }

  @Test
  void anEditedRowIsNamed() throws SQLException {
    append(5);
    tamper("update audit set who = 'user:lee' where n = 3");
    assertEquals(3, broken().n());
  }

  @Test
  void anEditedTimeIsNoticedToTheMicrosecond() throws SQLException {
    append(2);
    tamper("update audit set at = at + interval '1 microsecond' where n = 1");
    assertEquals(1, broken().n());
  }

  @Test
  void textMovedBetweenFieldsIsNoticed() throws SQLException {
    await(audit.append("user:kim", "test", "ab", "c"));
    tamper("update audit set object = 'a', detail = 'bc'");
    assertEquals(1, broken().n());
  }

  @Test
  void anEditedRowWithANewHashOfItsOwnBreaksTheNext() throws SQLException {
    append(5);
    tamper("update audit a set who = 'user:lee', hash = audit_hash((select hash from audit where"
        + " n = 2), 3, a.at, 'user:lee', a.what, a.object, a.detail) where n = 3");
    assertEquals(4, broken().n());
  }

  @Test
  void aDeletedRowIsNamed() throws SQLException {
    append(5);
    tamper("delete from audit where n = 2");
    assertEquals(2, broken().n());
  }

  @Test
  void aCutOffEndIsNamed() throws SQLException {
    append(5);
    tamper("delete from audit where n >= 4");
    assertEquals(4, broken().n());
  }

  @Test
  void anEmptiedLogIsNamed() throws SQLException {
    append(2);
    tamper("truncate audit");
    assertEquals(1, broken().n());
  }

  @Test
  void aReplacedLastRowAndAnAddedRowAreNamed() throws SQLException {
    append(2);
    tamper(
        "insert into audit select 3, at, who, what, object, detail, hash from audit where n = 2");
    assertEquals(3, broken().n());
    tamper("delete from audit where n = 3");
    tamper(
        "update audit a set detail = 'x', hash = audit_hash((select hash from audit where n = 1),"
            + " 2, a.at, a.who, a.what, a.object, 'x') where n = 2");
    assertEquals(2, broken().n());
  }

  @Test
  void theApplicationCanOnlyAppend() {
    append(1);
    for (String sql : List.of(
        "update audit set who = 'x'",
        "delete from audit",
        "truncate audit",
        "update audit_head set n = 0",
        "insert into audit select * from audit"))
      assertThrows(RuntimeException.class, () -> await(pool.query(sql).execute()), sql);
    assertEquals(1, intact().rows());
  }

  @Test
  void textThatPostgresCannotKeepIsMadeFit() {
    await(audit.append("user:kim", "test", "nul\0", "half \ud800 character"));
    assertEquals(1, intact().rows());
    assertEquals("half \ufffd character", await(log.list(1)).get(0).detail());
  }

  @Test
  void aLogLongerThanAPageVerifies() {
    await(pool.query("select audit_append('user:kim', 'test', '', i::text)"
            + " from generate_series(1, 5003) i")
        .execute());
    assertEquals(5003, intact().rows());
    assertEquals(5003, await(log.list(10)).get(0).n());
  }
}
