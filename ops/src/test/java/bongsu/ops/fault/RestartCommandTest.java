package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bongsu.ops.command.Commands;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RestartCommandTest {
  @Test
  void findsTheBenchThatFillsTheCity() {
    CommandLine restart =
        Commands.commandLine().getSubcommands().get("fault").getSubcommands().get("restart");
    assertEquals("ingest", RestartCommand.ingest(restart.getCommandSpec()).getCommandName());
  }
}
