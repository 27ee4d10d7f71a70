package bongsu.ops.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu bench}: one subcommand for each thing that is measured. */
@Command(
    name = "bench",
    description = "Puts load on a city from outside and measures what comes of it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {IngestCommand.class, OutageCommand.class})
public final class BenchCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "measure what? There are: " + String.join(", ", spec.subcommands().keySet()));
  }
}
