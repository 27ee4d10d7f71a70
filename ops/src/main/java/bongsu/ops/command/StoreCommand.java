package bongsu.ops.command;

import bongsu.ops.client.OpenStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share that work with a running city's store. */
@Command(mixinStandardHelpOptions = true)
abstract class StoreCommand {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The running city's data directory (.bongsu).",
      scope = ScopeType.INHERIT)
  private Path data = Path.of(".bongsu");

  /** Works with the store and closes it; answers the exit code that the work does. */
  int withStore(ToIntFunction<OpenStore> work) {
    try (OpenStore store = OpenStore.of(data)) {
      return work.applyAsInt(store);
    }
  }

  CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli sets it");
  }

  PrintWriter out() {
    return spec().commandLine().getOut();
  }

  PrintWriter err() {
    return spec().commandLine().getErr();
  }
}
