package bongsu.ops.command;

import bongsu.core.access.Right;
import bongsu.ops.client.OpenStore;
import bongsu.verticles.access.TokenGrant;
import bongsu.verticles.access.TokenStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ./ops/bongsu token}: who, of the machines, may send and read. */
@Command(name = "token", description = "Machine tokens: create, list, revoke.")
public final class TokenCommand extends StoreCommand {
  @Command(
      name = "create",
      description = "Creates a token and prints it once; it is kept nowhere.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  int create(
      @Option(names = "--name", required = true, description = "Unique, such as fire-119.")
          String name,
      @Option(names = "--source", description = "A feed it may speak for; repeat for more.")
          @Nullable
          List<String> sources,
      @Option(
              names = "--may",
              required = true,
              description = "A right, such as send:CallReport or read:live; repeat for more.")
          List<String> rights,
      @Option(
              names = "--receipts-are-incidents",
              description = "Its agency has merged its calls already: never join two receipts.")
          boolean receiptsAreIncidents,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "RFC 3339, or days from now such as 90d (never).")
          @Nullable
          String expires) {
    TokenGrant grant = grant(name, sources, rights, receiptsAreIncidents, expires);
    return withStore(store -> {
      String text = store.get(new TokenStore(store.pool()).create(OpenStore.who(), grant));
      out().println(text);
      return 0;
    });
  }

  @Command(name = "list", description = "All tokens.", mixinStandardHelpOptions = true)
  int list() {
    return withStore(store -> {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("NAME", "SOURCES", "MAY", "STATE"));
      store.get(new TokenStore(store.pool()).list()).forEach(kept -> rows.add(row(kept)));
      out().print(Shown.table(rows));
      return 0;
    });
  }

  @Command(
      name = "revoke",
      description = "Ends a token on every node within two seconds.",
      mixinStandardHelpOptions = true)
  int revoke(@Option(names = "--name", required = true) String name) {
    return withStore(store -> {
      store.get(new TokenStore(store.pool()).revoke(OpenStore.who(), name));
      out().println("revoked " + name);
      return 0;
    });
  }

  private TokenGrant grant(
      String name,
      @Nullable List<String> sources,
      List<String> rights,
      boolean receiptsAreIncidents,
      @Nullable String expires) {
    try {
      Set<Right> found = new LinkedHashSet<>();
      for (String right : rights)
        found.add(Right.find(right)
            .orElseThrow(() -> new IllegalArgumentException(
                "--may " + right + " is no right; allowed: " + Right.allowed())));
      return new TokenGrant(
          name,
          sources == null ? Set.of() : Set.copyOf(sources),
          found,
          receiptsAreIncidents,
          expires == null ? null : instant(expires));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Instant instant(String text) {
    try {
      if (text.matches("[1-9][0-9]{0,4}d"))
        return Instant.now()
            .plus(Long.parseLong(text.substring(0, text.length() - 1)), ChronoUnit.DAYS);
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--expires must be like 2027-01-01T00:00:00+09:00 or 90d", e);
    }
  }

  private static List<String> row(TokenStore.Kept kept) {
    TokenGrant grant = kept.grant();
    return List.of(
        grant.name(),
        String.join(",", grant.sources().stream().sorted().toList()),
        String.join(",", grant.rights().stream().map(Right::wire).sorted().toList()),
        state(kept));
  }

  private static String state(TokenStore.Kept kept) {
    Instant expiresAt = kept.grant().expiresAt();
    if (kept.revokedAt() != null) return "revoked " + kept.revokedAt();
    if (expiresAt == null) return "valid";
    return (expiresAt.isAfter(Instant.now()) ? "valid until " : "expired ") + expiresAt;
  }
}
