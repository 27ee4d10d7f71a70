package bongsu.ops.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.client.OpenStore;
import bongsu.ops.postgres.StoreAddress;
import bongsu.ops.postgres.TestStore;
import bongsu.verticles.access.TokenStore;
import bongsu.verticles.access.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.migratedFrom("classpath:db/migration");

  @TempDir
  static Path data;

  private String out = "";
  private String err = "";

  @BeforeAll
  static void aCityRuns() throws IOException {
    StoreAddress app = STORE.app();
    Files.createDirectories(data.resolve("run"));
    new ObjectMapper().writeValue(data.resolve("run/store.json").toFile(), app);
  }

  @BeforeEach
  void quiet() {
    out = "";
    err = "";
  }

  private int bongsu(Path dir, String... arguments) {
    StringWriter said = new StringWriter();
    StringWriter wrong = new StringWriter();
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = dir.toString();
    int code = Commands.commandLine()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(wrong, true))
        .execute(all);
    out = said.toString();
    err = wrong.toString();
    return code;
  }

  private int bongsu(String... arguments) {
    return bongsu(data, arguments);
  }

  @Test
  void aStoreOfOnesOwnIsNotBackedUpByUs() {
    Path target = data.resolveSibling("backup-of-" + data.getFileName());
    assertEquals(1, bongsu(data, "backup", target.toString()));
    assertTrue(err.contains("in a PostgreSQL of your own (" + STORE.app() + ")"), err);
    assertTrue(err.contains("pg_basebackup"), err);
    assertFalse(Files.exists(target));
  }

  @Test
  void aTokenIsPrintedOnceAndOpensTheDoor() {
    assertEquals(
        0,
        bongsu(
            "token",
            "create",
            "--name",
            "fire-119",
            "--source",
            "fire-119",
            "--may",
            "send:CallReport",
            "--receipts-are-incidents",
            "--expires",
            "90d"),
        err);
    String token = out.strip();
    assertTrue(token.startsWith("fire-119."), token);
    try (OpenStore store = OpenStore.of(data)) {
      Tokens tokens =
          new Tokens(store.vertx(), new TokenStore(store.pool()), InstantSource.system());
      store.get(tokens.load());
      var fire = tokens.findBearer(token).orElseThrow();
      assertTrue(fire.maySend("CallReport") && fire.maySpeakFor("fire-119"));
      assertTrue(fire.receiptsAreIncidents());
    }
    assertEquals(0, bongsu("token", "list"));
    assertTrue(out.contains("fire-119") && out.contains("valid until"), out);
    assertFalse(out.contains(token));
    assertEquals(0, bongsu("token", "revoke", "--name", "fire-119"));
    assertEquals(0, bongsu("token", "list"));
    assertTrue(out.contains("revoked"), out);
  }

  @Test
  void aTokenThatMakesNoSenseIsOneLine() {
    assertEquals(2, bongsu("token", "create", "--name", "x", "--source", "x", "--may", "send:All"));
    assertTrue(err.contains("send:CallReport") && err.lines().count() == 1, err);
    assertEquals(2, bongsu("token", "create", "--name", "x", "--may", "send:*"));
    assertEquals(
        2, bongsu("token", "create", "--name", "x", "--may", "read:live", "--expires", "tomorrow"));
    assertEquals(1, bongsu("token", "revoke", "--name", "nobody"));
    assertEquals("bongsu: there is no valid token nobody", err.strip());
  }

  @Test
  void peopleAreAddedListedAndRemoved() throws IOException {
    Path password = Files.writeString(data.resolve("password"), "correct horse battery\nrest\n");
    assertEquals(
        0,
        bongsu(
            "user",
            "add",
            "--name",
            "김하나",
            "--role",
            "operator",
            "--password-file",
            password.toString()),
        err);
    assertEquals(0, bongsu("user", "list"));
    assertTrue(out.contains("김하나   operator  2"), out);
    assertEquals(
        0,
        bongsu("user", "password", "--name", "김하나", "--password-file", password.toString()),
        err);
    assertEquals(0, bongsu("user", "remove", "--name", "김하나"));
    assertEquals(1, bongsu("user", "remove", "--name", "김하나"));
    assertEquals("bongsu: there is no user 김하나", err.strip());
  }

  @Test
  void aPersonWithoutARoleOrAPasswordIsNotAdded() throws IOException {
    assertEquals(2, bongsu("user", "add", "--name", "a", "--role", "mayor"));
    assertTrue(err.contains("operator, supervisor, administrator"), err);
    Path empty = Files.writeString(data.resolve("empty"), "");
    Path tooShort = Files.writeString(data.resolve("short"), "short\n");
    for (Path file : new Path[] {empty, tooShort, data.resolve("missing")})
      assertEquals(
          1,
          bongsu(
              "user",
              "add",
              "--name",
              "a",
              "--role",
              "operator",
              "--password-file",
              file.toString()));
    assertEquals(0, bongsu("user", "list"));
    assertFalse(out.contains("\na  "), out);
  }

  @Test
  void assetsAreImportedAndListed() throws IOException {
    Path file = Files.writeString(data.resolve("city.geojson"), """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"H-1","geometry":{"type":"Point","coordinates":[127.03,37.26]},
        "properties":{"kind":"facility","name":"병원","facilityType":"hospital"}},
        {"type":"Feature","id":"H-2","geometry":{"type":"Point","coordinates":[127.03,37.26]},
        "properties":{"kind":"facility","facilityType":"castle"}}]}""");
    assertEquals(1, bongsu("assets", "import", file.toString()));
    assertTrue(out.contains("1 added, 0 changed, 0 unchanged, 1 refused"), out);
    assertTrue(err.contains("1 of 1"), err);
    assertTrue(err.contains("feature 1: properties.facilityType"), err);
    assertEquals(1, bongsu("assets", "import", file.toString()));
    assertTrue(out.contains("0 added, 0 changed, 1 unchanged"), out);
    assertEquals(0, bongsu("assets", "list", "--kind", "facility"));
    assertEquals("H-1  facility  37.26000 127.03000  병원", out.strip());
    assertEquals(2, bongsu("assets", "list", "--kind", "castle"));
    assertEquals(1, bongsu("assets", "import", data.resolve("missing").toString()));
  }

  @Test
  void theAuditLogVerifiesAndNamesTheFirstBadRow() throws SQLException {
    bongsu("token", "create", "--name", "audited", "--may", "read:live");
    assertEquals(0, bongsu("audit", "verify"));
    assertTrue(out.startsWith("intact: "), out);
    assertEquals(0, bongsu("audit", "list", "--last", "1"));
    assertTrue(out.contains("local:") && out.contains("token.create  audited"), out);
    tamper("update audit set who = 'nobody' where n = 1");
    assertEquals(1, bongsu("audit", "verify"));
    assertTrue(out.startsWith("BROKEN: row 1 "), out);
  }

  private static void tamper(String sql) throws SQLException {
    try (var connection = STORE.owner().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void withoutARunningCityItIsOneClearLine(@TempDir Path nothing) throws IOException {
    for (String command : new String[] {"token list", "user list", "assets list", "audit verify"}) {
      assertEquals(1, bongsu(nothing, command.split(" ")));
      assertTrue(err.contains("./ops/run") && err.lines().count() == 1, err);
    }
    StoreAddress gone = new StoreAddress("127.0.0.1", 18179, "bongsu", "bongsu_app", "x");
    Files.createDirectories(nothing.resolve("run"));
    new ObjectMapper().writeValue(nothing.resolve("run/store.json").toFile(), gone);
    assertEquals(1, bongsu(nothing, "token", "list"));
    assertTrue(err.contains("./ops/run") && err.lines().count() == 1, err);
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals("a·b·c", Shown.text("a\u001bb\nc"));
  }
}
