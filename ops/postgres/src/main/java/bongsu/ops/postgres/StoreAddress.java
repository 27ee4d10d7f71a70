package bongsu.ops.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the store is and as whom to sign in. Printing it never shows the password.
 *
 * @param host a name or an address; or several, with commas between: the primary and its standbys
 * @param port 1–65535
 */
public record StoreAddress(String host, int port, String database, String user, String password) {
  public StoreAddress {
    if (host.isBlank()) throw new IllegalArgumentException("host must not be empty");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 1 and 65535, was " + port);
    }
    if (database.isBlank()) throw new IllegalArgumentException("database must not be empty");
    if (user.isBlank()) throw new IllegalArgumentException("user must not be empty");
  }

  /** Of several servers the one that takes writes is used. */
  public String jdbcUrl() {
    String hosts = Arrays.stream(host.split(","))
        .map(name -> name.strip() + ":" + port)
        .collect(Collectors.joining(","));
    String url = "jdbc:postgresql://" + hosts + "/" + database + "?connectTimeout=10";
    return host.contains(",") ? url + "&targetServerType=primary" : url;
  }

  /** Opens a plain JDBC connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user, password);
  }

  public StoreAddress withDatabase(String other) {
    return new StoreAddress(host, port, other, user, password);
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
