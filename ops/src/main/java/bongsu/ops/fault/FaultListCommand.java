package bongsu.ops.fault;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bongsu fault list}: the rows that can be tried. */
@Command(
    name = "list",
    description = "The faults that can be tried, and what is expected.",
    mixinStandardHelpOptions = true)
final class FaultListCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    for (Row row : Matrix.ROWS)
      out.printf("%3d  %-50s %s%n", row.number(), row.fault(), row.expected());
    out.println("  -  without --row: " + Matrix.ANY.fault());
  }
}
