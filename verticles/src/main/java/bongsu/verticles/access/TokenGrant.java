package bongsu.verticles.access;

import bongsu.core.access.Right;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a machine's token is to allow.
 *
 * @param name 1–64 of {@code A-Z a-z 0-9 . _ -}, unique for ever: a revoked name is not used again
 * @param sources the feeds it may speak for
 * @param expiresAt null for never
 */
public record TokenGrant(
    String name,
    Set<String> sources,
    Set<Right> rights,
    boolean receiptsAreIncidents,
    @Nullable Instant expiresAt) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public TokenGrant {
    require(NAME.matcher(name).matches(), "name must be 1 to 64 of A-Z a-z 0-9 . _ -");
    for (String source : sources)
      require(NAME.matcher(source).matches(), "source must be 1 to 64 of A-Z a-z 0-9 . _ -");
    require(!rights.isEmpty(), "a token must allow something: " + Right.allowed());
    boolean sends = rights.stream().anyMatch(right -> right.wire().startsWith("send:"));
    require(!sends || !sources.isEmpty(), "a token that sends must name its source");
    sources = Set.copyOf(sources);
    rights = Set.copyOf(rights);
  }

  private static void require(boolean holds, String message) {
    if (!holds) throw new IllegalArgumentException(message);
  }
}
