package bongsu.verticles.access;

import bongsu.core.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens this node knows, at most a second old, so that a check waits for nothing and goes on
 * while the store is away. Any thread may ask.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final long POLL_MS = 1_000;
  private static final long LOOK_EVERY_NS = 200_000_000;
  private static final byte[] NO_HASH = new byte[32];

  private final TokenStore store;
  private final InstantSource clock;
  private final Poll poll;
  private volatile long lookedAtNs = System.nanoTime() - LOOK_EVERY_NS;
  private volatile Map<String, TokenStore.Kept> byName = Map.of();

  /** @param clock real time, which token life is counted in */
  public Tokens(Vertx vertx, TokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.poll = new Poll(vertx, POLL_MS, "tokens", this::load);
  }

  /** Completes once the tokens are known; fails when they cannot be read, and goes on trying. */
  public Future<Void> start() {
    return poll.start();
  }

  public void stop() {
    poll.stop();
  }

  /** Reads the tokens now rather than within a second. */
  public Future<Void> load() {
    return store.list().map(this::keep).mapEmpty();
  }

  /** @param authorization an Authorization header's token: {@code NAME.SECRET} */
  public Optional<Principal> findBearer(String authorization) {
    return findByName(nameIn(authorization), authorization);
  }

  /**
   * As {@link #findBearer}, but a name this node has not heard of may be a token just made: looks
   * into the store before it says no, at most five times a second.
   */
  public Future<Optional<Principal>> lookUpBearer(String authorization) {
    Optional<Principal> known = findBearer(authorization);
    long now = System.nanoTime();
    boolean isNew = !byName.containsKey(nameIn(authorization)) && now - lookedAtNs > LOOK_EVERY_NS;
    if (known.isPresent() || !isNew) return Future.succeededFuture(known);
    lookedAtNs = now;
    return load().otherwiseEmpty().map(read -> findBearer(authorization));
  }

  /** @param token the whole text of the token that carries this name */
  public Optional<Principal> findByName(String name, String token) {
    TokenStore.Kept kept = byName.get(name);
    byte[] hash = kept == null ? NO_HASH : kept.hash();
    boolean same = MessageDigest.isEqual(hash, Secrets.sha256(token));
    return same && kept != null && isValid(kept)
        ? Optional.of(principal(kept.grant()))
        : Optional.empty();
  }

  /**
   * Whom to name when a token is refused: a known token's name, valid or not, else {@code unknown},
   * since anything may have been typed there.
   */
  public String whoClaims(String token) {
    String name = nameIn(token);
    return byName.containsKey(name) ? "token:" + name : "unknown";
  }

  /** The name a token's text carries, empty when it carries none. */
  static String nameIn(String token) {
    return token.substring(0, Math.max(0, token.lastIndexOf('.')));
  }

  /** Whether the token of this name, known to be its sender's, is neither revoked nor expired. */
  public boolean isValid(String name) {
    TokenStore.Kept kept = byName.get(name);
    return kept != null && isValid(kept);
  }

  private boolean isValid(TokenStore.Kept kept) {
    var expiresAt = kept.grant().expiresAt();
    return kept.revokedAt() == null && (expiresAt == null || clock.instant().isBefore(expiresAt));
  }

  private static Principal principal(TokenGrant grant) {
    return Principal.machine(
        grant.name(), grant.rights(), grant.sources(), grant.receiptsAreIncidents());
  }

  private @Nullable Void keep(List<TokenStore.Kept> tokens) {
    byName = tokens.stream().collect(Collectors.toUnmodifiableMap(t -> t.grant().name(), t -> t));
    LOG.trace("{} tokens", tokens.size());
    return null;
  }
}
