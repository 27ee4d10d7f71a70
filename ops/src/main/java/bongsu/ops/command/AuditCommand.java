package bongsu.ops.command;

import bongsu.verticles.access.AuditLog;
import bongsu.verticles.access.AuditRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ops/bongsu audit}: who did what, and whether anybody changed that record. */
@Command(name = "audit", description = "The audit log: verify, list.")
public final class AuditCommand extends StoreCommand {
  @Command(
      name = "verify",
      description = "Checks every row; exit code 1 and the first bad row when one does not fit.",
      mixinStandardHelpOptions = true)
  int verify() {
    return withStore(store -> {
      AuditLog.Verdict verdict = store.get(new AuditLog(store.pool()).verify());
      if (verdict instanceof AuditLog.Broken broken) {
        out().println("BROKEN: row " + broken.n() + " " + broken.why());
        return 1;
      }
      AuditLog.Intact intact = (AuditLog.Intact) verdict;
      out().println("intact: " + intact.rows() + " rows, head " + intact.head());
      return 0;
    });
  }

  @Command(name = "list", description = "The last rows, in order.", mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--last",
              paramLabel = "N",
              defaultValue = "50",
              description = "How many (50).")
          int last) {
    return withStore(store -> {
      List<AuditRow> rows =
          new ArrayList<>(store.get(new AuditLog(store.pool()).list(Math.max(1, last))));
      Collections.reverse(rows);
      out().print(Shown.table(rows.stream().map(AuditCommand::cells).toList()));
      return 0;
    });
  }

  private static List<String> cells(AuditRow row) {
    return List.of(
        Long.toString(row.n()),
        row.at().toString(),
        row.who(),
        row.what(),
        row.object(),
        row.detail());
  }
}
