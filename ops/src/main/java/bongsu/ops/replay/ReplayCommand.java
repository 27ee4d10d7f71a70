package bongsu.ops.replay;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu replay}: one subcommand for each kind of recorded feed. */
@Command(
    name = "replay",
    description = "Sends a recorded feed to a city through its public interface.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FEED",
    subcommands = SfFireCommand.class)
public final class ReplayCommand implements Runnable {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null)
      throw new ParameterException(spec.commandLine(), "which feed? There is: sf-fire");
  }
}
