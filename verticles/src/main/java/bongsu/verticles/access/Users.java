package bongsu.verticles.access;

import bongsu.core.access.Role;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The people who may sign in. Every change is audited with it. */
public final class Users {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");
  private static final String INSERT = """
      insert into person (name, role, salt, iterations, hash) values ($1, $2, $3, $4, $5)
      on conflict (name) do nothing""";
  private static final String SET_PASSWORD =
      "update person set salt = $2, iterations = $3, hash = $4 where name = $1";
  private static final String END_SESSIONS = "delete from session where person = $1";
  private static final String REMOVE = "delete from person where name = $1";
  private static final String LIST = "select name, role, created_at from person order by name";
  private static final String FIND =
      "select role, salt, iterations, hash from person where name = $1";
  private static final String LOCK_ALL = "lock table person in share row exclusive mode";
  private static final String COUNT = "select count(*) from person";

  private final Pool pool;
  private final Passwords passwords;

  public Users(Vertx vertx, Pool pool) {
    this.pool = pool;
    this.passwords = new Passwords(vertx);
  }

  /** One who may sign in. */
  public record Person(String name, Role role, Instant createdAt) {}

  /** What a sign-in came to: whether there is such a person, and the role if the password fits. */
  record Checked(boolean known, Optional<Role> role) {}

  /**
   * Adds a person.
   *
   * @param who does it, for the audit log
   * @return fails with IllegalArgumentException when the name is taken or unfit, or the password is
   */
  public Future<Void> add(String who, String name, Role role, String password) {
    return checked(name, password)
        .compose(hashed -> pool.withTransaction(
            connection -> insert(connection, who, normal(name), role, hashed)));
  }

  /**
   * Adds the first person of a new city; does nothing when there is someone already.
   *
   * @return whether it was added
   */
  public Future<Boolean> addFirst(String who, String name, Role role, String password) {
    return checked(name, password)
        .compose(hashed -> pool.withTransaction(connection -> connection
            .query(LOCK_ALL)
            .execute()
            .compose(locked -> connection.query(COUNT).execute())
            .compose(rows -> rows.iterator().next().getLong(0) > 0
                ? Future.succeededFuture(false)
                : insert(connection, who, normal(name), role, hashed).map(true))));
  }

  /** Whether this is the password of a person who may sign in. */
  public Future<Boolean> isPassword(String name, String password) {
    return check(name, password).map(checked -> checked.role().isPresent());
  }

  /** Sets a new password and ends the person's sessions on every node. */
  public Future<Void> setPassword(String who, String name, String password) {
    return checked(name, password)
        .compose(hashed -> pool.withTransaction(connection -> connection
            .preparedQuery(SET_PASSWORD)
            .execute(Tuple.of(
                normal(name),
                Buffer.buffer(hashed.salt()),
                hashed.iterations(),
                Buffer.buffer(hashed.hash())))
            .compose(done -> requireOne(done, name))
            .compose(done -> connection.preparedQuery(END_SESSIONS).execute(Tuple.of(normal(name))))
            .compose(done -> Audit.append(connection, who, "user.password", normal(name), ""))));
  }

  /** Removes a person; their sessions end within two seconds on every node. */
  public Future<Void> remove(String who, String name) {
    return pool.withTransaction(connection -> connection
        .preparedQuery(REMOVE)
        .execute(Tuple.of(normal(name)))
        .compose(done -> requireOne(done, name))
        .compose(done -> Audit.append(connection, who, "user.remove", normal(name), "")));
  }

  /** All people, by name. */
  public Future<List<Person>> list() {
    return pool.query(LIST).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
        .flatMap(row -> person(row).stream())
        .toList());
  }

  /** Checks a password; an unknown name takes as long as a wrong password. */
  Future<Checked> check(String name, String password) {
    return pool.preparedQuery(FIND).execute(Tuple.of(normal(name))).compose(rows -> {
      Optional<Row> row = StreamSupport.stream(rows.spliterator(), false).findFirst();
      Passwords.Hashed kept = row.map(Users::hashed).orElse(Passwords.Hashed.NOBODY);
      return passwords
          .matches(password, kept)
          .map(same -> new Checked(
              row.isPresent(),
              same ? row.flatMap(r -> Role.find(r.getString("role"))) : Optional.empty()));
    });
  }

  /** One spelling for a name whose Hangul was typed composed or decomposed. */
  static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private Future<Passwords.Hashed> checked(String name, String password) {
    if (!NAME.matcher(normal(name)).matches())
      return Future.failedFuture(
          new IllegalArgumentException("a user name must be 1 to 64 letters, digits or . _ -"));
    try {
      Passwords.requireFit(password);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
    return passwords.hash(password);
  }

  private static Future<Void> insert(
      SqlConnection connection, String who, String name, Role role, Passwords.Hashed hashed) {
    String word = bongsu.core.wire.WireEnum.wordOf(role);
    return connection
        .preparedQuery(INSERT)
        .execute(Tuple.of(
            name,
            word,
            Buffer.buffer(hashed.salt()),
            hashed.iterations(),
            Buffer.buffer(hashed.hash())))
        .compose(done -> done.rowCount() == 1
            ? Audit.append(connection, who, "user.add", name, "role " + word)
            : Future.failedFuture(
                new IllegalArgumentException("there is a user " + name + " already")));
  }

  private static Future<Void> requireOne(RowSet<Row> done, String name) {
    return done.rowCount() == 1
        ? Future.succeededFuture()
        : Future.failedFuture(new IllegalArgumentException("there is no user " + name));
  }

  private static Optional<Person> person(Row row) {
    return Role.find(row.getString("role"))
        .map(role -> new Person(
            row.getString("name"), role, row.getOffsetDateTime("created_at").toInstant()));
  }

  private static Passwords.Hashed hashed(Row row) {
    return new Passwords.Hashed(
        row.getBuffer("salt").getBytes(),
        row.getInteger("iterations"),
        row.getBuffer("hash").getBytes());
  }
}
