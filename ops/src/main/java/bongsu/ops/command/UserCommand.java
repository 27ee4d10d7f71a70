package bongsu.ops.command;

import bongsu.core.access.Role;
import bongsu.core.wire.WireEnum;
import bongsu.ops.client.OpenStore;
import bongsu.verticles.access.Users;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ./ops/bongsu user}: the people who may sign in. */
@Command(name = "user", description = "People who may sign in: add, list, remove, password.")
public final class UserCommand extends StoreCommand {
  @Command(
      name = "add",
      description = "Adds a person; asks for the password, or reads it from a file or from input.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int add(
      @Option(names = "--name", required = true) String name,
      @Option(
              names = "--role",
              required = true,
              description = "operator, supervisor or administrator.")
          String role,
      @Option(names = "--password-file", paramLabel = "FILE", description = "Its first line.")
          @Nullable
          Path passwordFile) {
    Role known = Role.find(role)
        .orElseThrow(() -> new ParameterException(
            spec().commandLine(), "--role must be one of " + Role.allowed()));
    return withStore(store -> {
      String password = TypedPassword.read(passwordFile);
      store.get(users(store).add(OpenStore.who(), name, known, password));
      out().println("added " + Shown.text(name) + " (" + role + ")");
      return 0;
    });
  }

  @Command(name = "list", description = "All people.", mixinStandardHelpOptions = true)
  int list() {
    return withStore(store -> {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("NAME", "ROLE", "SINCE"));
      for (Users.Person person : store.get(users(store).list()))
        rows.add(List.of(
            person.name(), WireEnum.wordOf(person.role()), person.createdAt().toString()));
      out().print(Shown.table(rows));
      return 0;
    });
  }

  @Command(
      name = "remove",
      description = "Removes a person and ends their sessions.",
      mixinStandardHelpOptions = true)
  int remove(@Option(names = "--name", required = true) String name) {
    return withStore(store -> {
      store.get(users(store).remove(OpenStore.who(), name));
      out().println("removed " + Shown.text(name));
      return 0;
    });
  }

  @Command(
      name = "password",
      description = "Sets a new password and ends the person's sessions.",
      mixinStandardHelpOptions = true)
  int password(
      @Option(names = "--name", required = true) String name,
      @Option(names = "--password-file", paramLabel = "FILE", description = "Its first line.")
          @Nullable
          Path passwordFile) {
    return withStore(store -> {
      String password = TypedPassword.read(passwordFile);
      store.get(users(store).setPassword(OpenStore.who(), name, password));
      out().println("new password for " + Shown.text(name));
      return 0;
    });
  }

  private static Users users(OpenStore store) {
    return new Users(store.vertx(), store.pool());
  }
}
