package bongsu.ops.fault;

import bongsu.ops.fault.simulate.SimulateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu fault}: tries what must never happen. */
@Command(
    name = "fault",
    description = "Tries what must never happen.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      FaultRunCommand.class,
      FaultListCommand.class,
      RestartCommand.class,
      SimulateCommand.class
    })
public final class FaultCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: run, list, restart or simulate");
  }
}
