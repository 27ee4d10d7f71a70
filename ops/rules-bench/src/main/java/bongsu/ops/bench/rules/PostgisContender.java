package bongsu.ops.bench.rules;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** A table of fences with a GiST index, asked by a prepared statement over the loopback. */
final class PostgisContender implements Contender {
  /** System property: the JDBC address of an empty database with PostGIS. */
  static final String ADDRESS = "bongsu.bench.postgis";

  private static final String BY_ROW =
      "select 1, id from fence where ST_Covers(shape, ST_Point(?, ?)) order by id";
  private static final String BY_BATCH = """
      select p.n, f.id from unnest(?, ?) with ordinality as p (x, y, n)
      join fence f on ST_Covers(f.shape, ST_Point(p.x, p.y)) order by 1, 2""";

  private final Connection connection;
  private final PreparedStatement query;
  private final boolean batched;
  private final Crossings crossings;

  private PostgisContender(List<Polygon> fences, int things, boolean batched) throws SQLException {
    this.batched = batched;
    crossings = new Crossings(things);
    connection = DriverManager.getConnection(System.getProperty(ADDRESS));
    fill(fences);
    query = connection.prepareStatement(batched ? BY_BATCH : BY_ROW);
  }

  static PostgisContender byRow(List<Polygon> fences, int things) throws SQLException {
    return new PostgisContender(fences, things, false);
  }

  static PostgisContender byBatch(List<Polygon> fences, int things) throws SQLException {
    return new PostgisContender(fences, things, true);
  }

  private void fill(List<Polygon> fences) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
      statement.execute("drop table if exists fence");
      statement.execute("create table fence (id int primary key, shape geometry(Polygon))");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into fence values (?, ST_GeomFromText(?))")) {
      for (int i = 0; i < fences.size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, fences.get(i).toText());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create index on fence using gist (shape)");
      statement.execute("vacuum analyze fence");
    }
  }

  @Override
  public int move(Walks walks, int from, int count) throws SQLException {
    if (batched) return ask(walks, from, count);
    int changes = 0;
    for (int i = from; i < from + count; i++) changes += ask(walks, i, 1);
    return changes;
  }

  private int ask(Walks walks, int from, int count) throws SQLException {
    if (batched) {
      query.setArray(1, numbers(walks.xM, from, count));
      query.setArray(2, numbers(walks.yM, from, count));
    } else {
      query.setDouble(1, walks.xM[from]);
      query.setDouble(2, walks.yM[from]);
    }
    List<List<Integer>> found = new ArrayList<>();
    for (int i = 0; i < count; i++) found.add(new ArrayList<>());
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) found.get(rows.getInt(1) - 1).add(rows.getInt(2));
    }
    int changes = 0;
    for (int i = 0; i < count; i++)
      changes += crossings.change(
          walks.things[walks.place(from) + i],
          found.get(i).stream().mapToInt(Integer::intValue).toArray());
    return changes;
  }

  private Array numbers(double[] all, int from, int count) throws SQLException {
    return connection.createArrayOf(
        "float8", Arrays.stream(all, from, from + count).boxed().toArray());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
