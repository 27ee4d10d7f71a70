package bongsu.ops.fault;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bongsu fault}: tries what must never happen. */
@Command(
    name = "fault",
    description = "Starts a city of its own, strikes it under load and checks what it kept.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FaultRunCommand.class, FaultListCommand.class})
public final class FaultCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: run or list");
  }
}
