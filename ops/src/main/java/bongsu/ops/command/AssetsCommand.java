package bongsu.ops.command;

import bongsu.core.asset.Asset;
import bongsu.core.asset.AssetGeoJson;
import bongsu.core.asset.AssetKind;
import bongsu.core.asset.AssetLimits;
import bongsu.core.wire.WireEnum;
import bongsu.ops.client.OpenStore;
import bongsu.ops.launch.LaunchException;
import bongsu.verticles.asset.AssetRegister;
import bongsu.verticles.asset.AssetStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ./ops/bongsu assets}: the city's register from and to the command line. */
@Command(name = "assets", description = "What the city owns: import, list.")
public final class AssetsCommand extends StoreCommand {
  private static final int AT_ONCE = 2_000;
  private static final int REASONS_SHOWN = 20;
  private static final WireEnum<AssetKind> KINDS = WireEnum.of(AssetKind.class);

  @Command(
      name = "import",
      description = "Adds or replaces the assets of GeoJSON files; exit code 1 when some are bad.",
      mixinStandardHelpOptions = true)
  int importFiles(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "GeoJSON, UTF-8.")
          List<Path> files) {
    return withStore(store -> {
      boolean allGood = true;
      for (Path file : files) allGood &= importFile(store, file);
      return allGood ? 0 : 1;
    });
  }

  @Command(name = "list", description = "The assets.", mixinStandardHelpOptions = true)
  int list(@Option(names = "--kind", description = "Such as camera (all).") @Nullable String word) {
    AssetKind kind = word == null
        ? null
        : KINDS
            .find(word)
            .orElseThrow(() -> new ParameterException(
                spec().commandLine(), "--kind must be one of " + KINDS.allowed()));
    return withStore(store -> {
      AssetRegister register = new AssetRegister(store.vertx(), new AssetStore(store.pool()));
      store.get(register.refresh());
      List<Asset> assets = kind == null ? register.snapshot().list() : register.list(kind);
      out().print(Shown.table(assets.stream().map(AssetsCommand::cells).toList()));
      return 0;
    });
  }

  private boolean importFile(OpenStore store, Path file) {
    AssetGeoJson.Decoded decoded = decode(file);
    AssetStore assets = new AssetStore(store.pool());
    List<AssetStore.Change> changes = new ArrayList<>();
    int total = decoded.assets().size();
    for (int from = 0; from < total; from += AT_ONCE) {
      int to = Math.min(total, from + AT_ONCE);
      changes.add(store.get(assets.put(OpenStore.who(), decoded.assets().subList(from, to))));
      err().println(file + ": " + to + " of " + total);
      err().flush();
    }
    report(file, changes, decoded.rejections());
    return decoded.rejections().isEmpty();
  }

  private static AssetGeoJson.Decoded decode(Path file) {
    try {
      return AssetGeoJson.decode(Files.readAllBytes(file), AssetLimits.within(null));
    } catch (IOException e) {
      throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void report(
      Path file, List<AssetStore.Change> changes, List<AssetGeoJson.Rejection> rejections) {
    rejections.stream().limit(REASONS_SHOWN).forEach(r -> err()
        .println(
            file + ": feature " + r.index() + ": " + r.field() + ": " + Shown.text(r.reason())));
    if (rejections.size() > REASONS_SHOWN)
      err().println(file + ": and " + (rejections.size() - REASONS_SHOWN) + " more");
    out()
        .printf(
            Locale.ROOT,
            "%s: %d added, %d changed, %d unchanged, %d refused%n",
            file,
            changes.stream().mapToInt(AssetStore.Change::added).sum(),
            changes.stream().mapToInt(AssetStore.Change::changed).sum(),
            changes.stream().mapToInt(AssetStore.Change::unchanged).sum(),
            rejections.size());
    out().flush();
  }

  private static List<String> cells(Asset asset) {
    var at = asset.position();
    return List.of(
        asset.id(),
        WireEnum.wordOf(asset.kind()),
        String.format(Locale.ROOT, "%.5f %.5f", at.latDeg(), at.lonDeg()),
        asset.name().ko());
  }
}
