package bongsu.ops.replay;

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
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which feed? There is: sf-fire");
  }
}
