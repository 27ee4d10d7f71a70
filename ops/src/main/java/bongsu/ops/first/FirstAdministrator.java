package bongsu.ops.first;

import bongsu.core.access.Role;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.postgres.PrivateFiles;
import bongsu.verticles.access.Users;
import java.nio.file.Path;

/** Makes {@code admin} with a random password that only the owner of the data directory can read. */
public final class FirstAdministrator implements FirstStart {
  @Override
  public String name() {
    return "administrator";
  }

  @Override
  public String run(Context context) throws Exception {
    Path file = context.dir().adminPassword();
    String password = PrivateFiles.secretIn(file);
    try (OpenStore store = OpenStore.at(context.store())) {
      Users users = new Users(store.vertx(), store.pool());
      boolean added = store.get(users.addFirst("launcher", "admin", Role.ADMINISTRATOR, password));
      return added ? "admin, password in " + file : "there is someone already";
    }
  }
}
