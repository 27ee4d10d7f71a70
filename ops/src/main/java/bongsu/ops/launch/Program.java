package bongsu.ops.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program run as a child with the launcher's own Java and class path.
 *
 * @param mainAndArguments the main class and its arguments
 * @param heapMb its heap, MiB
 */
record Program(List<String> mainAndArguments, int heapMb) {
  /** What Hazelcast asks for, so that it finds the fastest ways on every Java. */
  private static final List<String> OPENED_FOR_HAZELCAST = List.of(
      "--add-modules=java.se",
      "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
      "--add-opens=java.management/sun.management=ALL-UNNAMED",
      "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  Program {
    mainAndArguments = List.copyOf(mainAndArguments);
  }

  /** In a session of its own, so that Ctrl-C reaches only the launcher, which stops in order. */
  List<String> command(Path log) {
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMb + "m");
    command.addAll(garbageCollector(Runtime.version().feature()));
    command.addAll(OPENED_FOR_HAZELCAST);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Dbongsu.log=" + log));
    command.add("-Dlogback.configurationFile=logback-child.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    return command;
  }

  /** Short pauses where the Java has them: generational ZGC came with 21, the default with 23. */
  static List<String> garbageCollector(int javaVersion) {
    if (javaVersion < 21) return List.of("-XX:+UseG1GC");
    if (javaVersion < 23) return List.of("-XX:+UseZGC", "-XX:+ZGenerational");
    return List.of("-XX:+UseZGC");
  }
}
