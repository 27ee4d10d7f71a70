package bongsu.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the city's processes on this machine have used, from {@code /proc}: the nodes, the launcher
 * and the simulator are known by the data directory in their command line, PostgreSQL by its own
 * and its children by their parent. Empty where there is no {@code /proc} or no city.
 */
final class ProcessCosts {
  private static final Path PROC = Path.of("/proc");

  /** The kernel tells times in hundredths of a second whatever its own clock. */
  private static final double TICKS_PER_S = 100;

  private static final int KB = 1024;

  private ProcessCosts() {}

  /** One kind of process. @param rssMb resident memory now, MiB */
  record Cost(double cpuS, double rssMb) {
    Cost plus(Cost other) {
      return new Cost(cpuS + other.cpuS, rssMb + other.rssMb);
    }
  }

  /** @return by kind: {@code node}, {@code postgres}, {@code client}, {@code other} of the city */
  static Map<String, Cost> measure(Path dataDir) {
    Map<String, Cost> costs = new HashMap<>();
    Set<Long> postmasters = new HashSet<>();
    Map<Long, String> commands = commands();
    commands.forEach((pid, command) -> {
      if (isPostmaster(command, dataDir)) postmasters.add(pid);
    });
    commands.forEach((pid, command) -> {
      try {
        Stat stat = stat(pid);
        boolean ofStore = postmasters.contains(pid) || postmasters.contains(stat.parent);
        Optional<String> kind = findKind(pid, command, dataDir, ofStore);
        if (kind.isPresent())
          costs.merge(kind.get(), new Cost(stat.cpuS, rssMb(pid, !ofStore)), Cost::plus);
      } catch (IOException ended) {
        // a process may end while we look
      }
    });
    return costs;
  }

  private static Optional<String> findKind(
      long pid, String command, Path dataDir, boolean ofStore) {
    if (pid == ProcessHandle.current().pid()) return Optional.of("client");
    if (ofStore) return Optional.of("postgres");
    if (!command.contains("bongsu.log=" + dataDir + "/")) return Optional.empty();
    return Optional.of(command.contains("bongsu.ops.Bongsu serve") ? "node" : "other");
  }

  private static boolean isPostmaster(String command, Path dataDir) {
    return command.contains("postgres") && command.contains("-D " + dataDir + "/");
  }

  private static Map<Long, String> commands() {
    Map<Long, String> commands = new HashMap<>();
    try (Stream<Path> all = Files.list(PROC)) {
      for (Path process : all.toList()) {
        String name = process.getFileName().toString();
        if (name.chars().allMatch(Character::isDigit)) read(process, commands);
      }
    } catch (IOException e) {
      return Map.of();
    }
    return commands;
  }

  private static void read(Path process, Map<Long, String> commands) {
    try {
      String command = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
      commands.put(Long.parseLong(process.getFileName().toString()), command);
    } catch (IOException e) {
      // ended, or not ours to look at
    }
  }

  private record Stat(long parent, double cpuS) {}

  /** See proc(5): the fields after the name, which is in brackets and may hold spaces. */
  private static Stat stat(long pid) throws IOException {
    String line = Files.readString(PROC.resolve(pid + "/stat"));
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    double cpuS = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_S;
    return new Stat(Long.parseLong(fields[1]), cpuS);
  }

  /** @param withShared whether to count shared memory, which all of PostgreSQL's processes have */
  private static double rssMb(long pid, boolean withShared) throws IOException {
    double kb = 0;
    for (String line : Files.readAllLines(PROC.resolve(pid + "/status")))
      if (line.startsWith("RssAnon:")
          || line.startsWith("RssFile:")
          || (withShared && line.startsWith("RssShmem:")))
        kb += Double.parseDouble(line.replaceAll("\\D", ""));
    return kb / KB;
  }
}
