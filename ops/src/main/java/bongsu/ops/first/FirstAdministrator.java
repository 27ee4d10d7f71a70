package bongsu.ops.first;

import bongsu.core.access.Role;
import bongsu.ops.command.StoreTask;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.postgres.PrivateFiles;
import bongsu.verticles.access.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes {@code admin} with a random password that only the owner of the data directory can read. */
public final class FirstAdministrator implements FirstStart {
  private static final int PASSWORD_BYTES = 15;

  @Override
  public String name() {
    return "administrator";
  }

  @Override
  public String run(Context context) throws Exception {
    Path file = context.dir().adminPassword();
    if (!Files.exists(file)) PrivateFiles.write(file, password() + "\n");
    String password = Files.readString(file).strip();
    boolean added = StoreTask.run(
        context.store(), (vertx, pool) -> new Users(vertx, pool).addFirst("launcher", "admin", Role.ADMINISTRATOR, password));
    return added ? "admin, password in " + file : "there is someone already";
  }

  private static String password() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
