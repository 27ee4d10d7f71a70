package bongsu.ops.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of a running cluster's files belong into a copy. */
public final class ClusterFiles {
  /** Emptied at every start, so only the directories themselves are needed; the log comes apart. */
  private static final Set<String> EMPTY = Set.of(
      "pg_dynshmem",
      "pg_notify",
      "pg_replslot",
      "pg_serial",
      "pg_snapshots",
      "pg_stat_tmp",
      "pg_subtrans",
      "pg_wal");

  /** Directories that a server expects, though they may hold nothing. */
  public static final List<String> DIRECTORIES = List.of(
      "global",
      "base",
      "pg_commit_ts",
      "pg_dynshmem",
      "pg_logical/mappings",
      "pg_logical/snapshots",
      "pg_multixact/members",
      "pg_multixact/offsets",
      "pg_notify",
      "pg_replslot",
      "pg_serial",
      "pg_snapshots",
      "pg_stat",
      "pg_stat_tmp",
      "pg_subtrans",
      "pg_tblspc",
      "pg_twophase",
      "pg_wal/archive_status",
      "pg_wal/summaries",
      "pg_xact");

  /** Of this run of the server, of temporary tables, or left by an earlier backup. */
  private static final Pattern PASSING = Pattern.compile("postmaster\\.(pid|opts)|backup_label.*"
      + "|tablespace_map.*|pg_internal\\.init.*|pgsql_tmp.*|t\\d+_\\d+.*|.*\\.(tmp|new)"
      + "|(recovery|standby)\\.signal");

  private ClusterFiles() {}

  static boolean isCopied(Path file) {
    if (EMPTY.contains(file.getName(0).toString())) return false;
    for (Path part : file) if (PASSING.matcher(part.toString()).matches()) return false;
    return true;
  }
}
