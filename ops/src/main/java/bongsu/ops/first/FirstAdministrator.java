package bongsu.ops.first;

import bongsu.core.access.Role;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.postgres.PrivateFiles;
import bongsu.verticles.access.Users;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code admin} with a random password that only the owner of the data directory can read. A
 * store that has people already gets nobody, and the directory no password that would be wrong.
 */
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
      if (added || store.get(users.isPassword("admin", password)))
        return "admin, password in " + file;
      Files.delete(file);
      return "there is someone already, who knows the password";
    }
  }
}
