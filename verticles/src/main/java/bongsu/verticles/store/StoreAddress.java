package bongsu.verticles.store;

/** Where the store is and as whom a node speaks to it. */
public record StoreAddress(String host, int port, String database, String user, String password) {
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
