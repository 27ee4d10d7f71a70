package bongsu.ops.first;

import bongsu.ops.launch.FirstStart;
import bongsu.ops.launch.KeyFile;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunFiles;
import bongsu.ops.postgres.StoreAddress;
import bongsu.verticles.store.CaseKeys;
import bongsu.verticles.store.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the master key, and wraps with it the keys of cases of a city from before there was one. A
 * store whose keys are wrapped already is refused, unless its key was declared lost: then they go.
 */
public final class CaseKeyWrapping implements FirstStart {
  private static final int BARE_BYTES = 32;
  private static final String BARE =
      "select source, subject, key from case_key where octet_length(key) = " + BARE_BYTES;
  private static final String WRAP =
      "update case_key set key = ? where source = ? and subject = ? and octet_length(key) = "
          + BARE_BYTES;
  private static final String IS_WRAPPED = "from case_key where octet_length(key) > " + BARE_BYTES;

  @Override
  public String name() {
    return "case-keys";
  }

  @Override
  public String run(Context context) throws Exception {
    Path data = context.dir().path();
    try (Connection store = context.store().connect()) {
      forgetLost(store, data);
      if (!Files.exists(KeyFile.in(data))) makeKey(store, data);
      int wrapped = wrapAll(store, KeyFile.read(KeyFile.in(data)));
      if (wrapped > 0) sweep(RunFiles.getOwner(data));
      return (wrapped == 0 ? "" : wrapped + " wrapped, ") + "master key in " + KeyFile.in(data);
    }
  }

  /** As if each case's key had been destroyed. */
  private static void forgetLost(Connection store, Path data) throws SQLException, IOException {
    if (!Files.exists(KeyFile.lostIn(data))) return;
    try (Statement statement = store.createStatement()) {
      statement.executeUpdate("delete " + IS_WRAPPED);
    }
    Files.delete(KeyFile.lostIn(data));
  }

  private static void makeKey(Connection store, Path data) throws SQLException, IOException {
    try (Statement statement = store.createStatement();
        ResultSet wrapped = statement.executeQuery("select 1 " + IS_WRAPPED + " limit 1")) {
      if (wrapped.next()) {
        throw new LaunchException("the store's personal data were encrypted with a key that is not"
            + " here: put it into " + KeyFile.in(data) + ", mode 0600");
      }
    }
    KeyFile.make(data);
  }

  private static int wrapAll(Connection store, MasterKey master) throws SQLException {
    store.setAutoCommit(false);
    int count = 0;
    try (Statement statement = store.createStatement();
        ResultSet bare = statement.executeQuery(BARE);
        PreparedStatement wrap = store.prepareStatement(WRAP)) {
      for (; bare.next(); count++) {
        CaseKeys.Case of = new CaseKeys.Case(bare.getString(1), bare.getString(2));
        wrap.setBytes(1, master.wrap(of, bare.getBytes(3)));
        wrap.setString(2, of.source());
        wrap.setString(3, of.subject());
        wrap.addBatch();
      }
      wrap.executeBatch();
    }
    store.commit();
    return count;
  }

  /** What an update replaced stays in the table's file until it is written anew. */
  private static void sweep(StoreAddress owner) throws SQLException {
    try (Connection store = owner.connect();
        Statement statement = store.createStatement()) {
      statement.execute("vacuum full case_key");
    }
  }
}
