package bongsu.ops.launch;

import bongsu.ops.command.Commands;
import bongsu.ops.postgres.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine;

/** The real launcher with {@link TestChild} as node and simulator, and a small schema. */
final class TestPlatform {
  private TestPlatform() {}

  /** First argument: the schema's location; second: what nodes are told to be. */
  public static void main(String[] args) {
    List<String> options = List.of(args).subList(2, args.length);
    System.exit(commandLine(args[0], args[1]).execute(options.toArray(String[]::new)));
  }

  static CommandLine commandLine(String schema, String nodesAre) {
    String child = TestChild.class.getName();
    Platform platform = new Platform(
        List.of(child, nodesAre), List.of(child, "sim"), schema, List.of(new Administrator()));
    return Commands.withPlainErrors(new CommandLine(new RunCommand(platform)));
  }

  private record Administrator() implements FirstStart {
    @Override
    public String name() {
      return "administrator";
    }

    @Override
    public String run(Context context) throws Exception {
      context.store().connect().close();
      PrivateFiles.write(context.dir().adminPassword(), PrivateFiles.randomSecret());
      Files.writeString(
          context.dir().path().resolve("first-starts-seen"),
          "administrator\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return "created";
    }
  }
}
