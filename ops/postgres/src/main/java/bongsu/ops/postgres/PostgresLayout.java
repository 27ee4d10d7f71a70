package bongsu.ops.postgres;

import java.nio.file.Path;

/**
 * Where an embedded server keeps its things.
 *
 * @param cluster PostgreSQL's own data directory
 * @param binaries parent of the unpacked {@code postgres-bin-VERSION}
 * @param secrets directory of the roles' passwords
 * @param log what the server says, appended
 */
public record PostgresLayout(Path cluster, Path binaries, Path secrets, Path log) {
  /** The usual places under one data directory. */
  public static PostgresLayout in(Path dataDir) {
    Path dir = dataDir.toAbsolutePath().normalize();
    return new PostgresLayout(
        dir.resolve("postgres"), dir, dir.resolve("secrets"), dir.resolve("logs/postgres.log"));
  }

  String secret(String role) throws java.io.IOException {
    return PrivateFiles.secretIn(secrets.resolve("postgres-" + role));
  }
}
