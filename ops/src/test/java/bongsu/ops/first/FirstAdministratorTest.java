package bongsu.ops.first;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.DataDirectory;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.postgres.TestStore;
import bongsu.verticles.access.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
  final TestStore store = TestStore.migratedFrom("classpath:db/migration");

  @TempDir
  Path dir;

  private DataDirectory start(String name) throws Exception {
    DataDirectory data = DataDirectory.open(dir.resolve(name));
    new FirstAdministrator().run(new FirstStart.Context(store.app(), data, null));
    return data;
  }

  private boolean opens(DataDirectory data) throws Exception {
    try (OpenStore open = OpenStore.at(store.app())) {
      String password = Files.readString(data.adminPassword()).strip();
      return open.get(new Users(open.vertx(), open.pool()).isPassword("admin", password));
    }
  }

  @Test
  void aNewDirectoryOnAStoreThatHasPeopleTellsNoPassword() throws Exception {
    store.open();
    try {
      DataDirectory first = start("first");
      assertTrue(opens(first));
      assertFalse(Files.exists(start("second").adminPassword()));
      assertTrue(opens(first));
    } finally {
      store.close();
    }
  }

  @Test
  void aFirstStartThatWasKilledBeforeItWasNotedKeepsThePasswordThatIsRight() throws Exception {
    store.open();
    try {
      String password = Files.readString(start("city").adminPassword());
      assertEquals(password, Files.readString(start("city").adminPassword()));
    } finally {
      store.close();
    }
  }
}
