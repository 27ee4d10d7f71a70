package bongsu.ops.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a city, found by its data directory, and what befalls them. */
final class CityProcesses {
  private final Path data;

  CityProcesses(Path data) {
    this.data = data;
  }

  /** As a lost machine would. */
  void kill(String node) throws IOException {
    ProcessHandle.of(pid(node)).orElseThrow().destroyForcibly();
  }

  /** Sends a node a signal: TERM, STOP, CONT. */
  void tell(String signal, String node) throws Exception {
    signal(signal, List.of("" + pid(node)));
  }

  private long pid(String node) throws IOException {
    return Long.parseLong(Files.readString(data.resolve("run/" + node + ".pid")).split(" ", 2)[0]);
  }

  /** As a lost database server would; the launcher, unless it is frozen, starts it again. */
  void killStore() throws IOException {
    storeProcesses().forEach(ProcessHandle::destroyForcibly);
  }

  /** The database answers nothing, and its connections stay. */
  void freezeStore() throws Exception {
    signalStore("STOP");
  }

  void thawStore() throws Exception {
    signalStore("CONT");
  }

  private void signalStore(String signal) throws Exception {
    signal(signal, storeProcesses().stream().map(process -> "" + process.pid()).toList());
  }

  static void signal(String signal, List<String> pids) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    command.addAll(pids);
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  private List<ProcessHandle> storeProcesses() throws IOException {
    String pid =
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    return Stream.concat(Stream.of(server), server.descendants()).toList();
  }

  /** All of them, and those that are started again meanwhile. */
  void killAll() {
    for (List<ProcessHandle> all = ours(); !all.isEmpty(); all = ours())
      all.forEach(ProcessHandle::destroyForcibly);
  }

  private List<ProcessHandle> ours() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains(data.toString());
    } catch (IOException ended) {
      return false;
    }
  }
}
