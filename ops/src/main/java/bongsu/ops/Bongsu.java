package bongsu.ops;

import bongsu.ops.command.Commands;

/** The program behind {@code ./ops/bongsu} and {@code ./ops/run}. */
public final class Bongsu {
  private Bongsu() {}

  public static void main(String[] args) {
    System.exit(Commands.commandLine().execute(args));
  }
}
