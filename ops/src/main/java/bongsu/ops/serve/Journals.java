package bongsu.ops.serve;

import bongsu.ops.launch.NodeSettings;
import bongsu.verticles.journal.Journal;
import bongsu.verticles.journal.JournalKey;
import bongsu.verticles.journal.JournalSpace;
import bongsu.verticles.journal.LocalDisk;
import bongsu.verticles.store.Reachability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the journals of a machine's nodes lie: {@code DIR/journal/NODE}, their key in {@code DIR/keys}. */
final class Journals {
  private static final long MIB = 1 << 20;

  private Journals() {}

  static Journal of(NodeSettings settings, Reachability store) throws IOException {
    Path data = Path.of(settings.dataDir());
    var space = settings.config().journal();
    return new Journal(
        root(settings),
        settings.node(),
        new LocalDisk(),
        JournalKey.in(data.resolve("keys/journal.key")),
        new JournalSpace(space.maxMb() * MIB, space.callsMb() * MIB),
        store);
  }

  private static Path root(NodeSettings settings) {
    return Path.of(settings.dataDir(), "journal");
  }

  /** Nodes of a run before with more of them: what they left is the first node's to drain. */
  static List<String> goneNodes(NodeSettings settings) throws IOException {
    if (!settings.node().equals(name(1)) || !Files.exists(root(settings))) return List.of();
    Set<String> here = IntStream.rangeClosed(1, settings.config().nodes())
        .mapToObj(Journals::name)
        .collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(root(settings))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !here.contains(name))
          .sorted()
          .toList();
    }
  }

  private static String name(int number) {
    return "node-" + number;
  }
}
