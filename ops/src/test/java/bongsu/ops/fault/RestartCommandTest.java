package bongsu.ops.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import bongsu.ops.command.Commands;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RestartCommandTest {
  @Test
  void findsTheBenchThatFillsTheCity() {
    CommandLine restart =
        Commands.commandLine().getSubcommands().get("fault").getSubcommands().get("restart");
    CommandLine ingest = RestartCommand.ingest(restart.getCommandSpec());
    assertEquals("ingest", ingest.getCommandName());
    assertNull(ingest.getParent(), "a line that runs cannot be entered again");
  }
}
