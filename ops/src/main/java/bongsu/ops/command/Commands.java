package bongsu.ops.command;

import bongsu.ops.backup.BackupCommand;
import bongsu.ops.backup.RestoreCommand;
import bongsu.ops.bench.BenchCommand;
import bongsu.ops.bench.Measurement;
import bongsu.ops.fault.FaultCommand;
import bongsu.ops.first.CaseKeyWrapping;
import bongsu.ops.first.DemoCityAssets;
import bongsu.ops.first.FirstAdministrator;
import bongsu.ops.first.SimulatorTokens;
import bongsu.ops.launch.FirstStart;
import bongsu.ops.launch.LaunchException;
import bongsu.ops.launch.RunCommand;
import bongsu.ops.postgres.StoreException;
import bongsu.ops.replay.ReplayCommand;
import bongsu.ops.serve.ServeCommand;
import bongsu.ops.sim.SimCommand;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The list of commands, and how each tells what went wrong: one line, exit code not 0. */
public final class Commands {
  /** What a new city is given, in this order. */
  private static final List<FirstStart> FIRST_STARTS = List.of(
      new CaseKeyWrapping(), new FirstAdministrator(), new DemoCityAssets(), new SimulatorTokens());

  /** Adding a command is adding its class here. */
  private static final List<Class<?>> ALL = List.of(
      ServeCommand.class,
      SimCommand.class,
      TokenCommand.class,
      UserCommand.class,
      AssetsCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReplayCommand.class,
      BenchCommand.class,
      FaultCommand.class);

  private Commands() {}

  /** Ready to execute one command line. */
  public static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand(new RunCommand(FIRST_STARTS));
    ALL.forEach(root::addSubcommand);
    CommandLine bench = Objects.requireNonNull(root.getSubcommands().get("bench"));
    ServiceLoader.load(Measurement.class).forEach(bench::addSubcommand);
    return withPlainErrors(root);
  }

  /** As every command tells its errors; for programs with a command line of their own. */
  public static CommandLine withPlainErrors(CommandLine line) {
    return line.setParameterExceptionHandler((e, args) -> onBadArguments(e))
        .setExecutionExceptionHandler((e, command, parsed) -> onFailure(e, command));
  }

  private static int onBadArguments(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + e.getMessage() + " (see " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int onFailure(Exception e, CommandLine command) {
    Optional<String> line = findLine(e);
    if (line.isEmpty()) e.printStackTrace(command.getErr());
    command.getErr().println("bongsu: " + line.orElse("unexpected failure: " + e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What an operator can act on needs no stack trace. */
  private static Optional<String> findLine(Throwable e) {
    if (e instanceof LaunchException || e instanceof StoreException)
      return Optional.ofNullable(e.getMessage());
    return Optional.ofNullable(e.getCause()).flatMap(Commands::findLine);
  }

  @Command(
      name = "bongsu",
      description = "Real-time city operations-centre control platform.",
      synopsisSubcommandLabel = "COMMAND",
      mixinStandardHelpOptions = true,
      version = "Bongsu 0.1.0")
  private static final class Root implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }
}
