package bongsu.ops.client;

import bongsu.ops.command.Commands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** A command line and what it came to. */
public record CommandRun(int exitCode, String out, String err) {
  public static CommandRun of(Object command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Commands.withPlainErrors(new CommandLine(command))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  public String lastLine() {
    List<String> lines = out.lines().toList();
    return lines.get(lines.size() - 1);
  }
}
