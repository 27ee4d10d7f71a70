package bongsu.ops.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of hand-made rows: {@code aFile().row("call", "7", "unit", "E01", …)}. */
final class SfFireRows {
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("call", "Call Number");
    COLUMNS.put("unit", "Unit ID");
    COLUMNS.put("priority", "Priority");
    COLUMNS.put("type", "Call Type");
    COLUMNS.put("received", "Received DtTm");
    COLUMNS.put("dispatched", "Dispatch DtTm");
    COLUMNS.put("response", "Response DtTm");
    COLUMNS.put("onScene", "On Scene DtTm");
    COLUMNS.put("transport", "Transport DtTm");
    COLUMNS.put("hospital", "Hospital DtTm");
    COLUMNS.put("end", "Call Final Disposition");
    COLUMNS.put("available", "Available DtTm");
    COLUMNS.put("address", "Address");
    COLUMNS.put("city", "City");
    COLUMNS.put("unitType", "Unit Type");
    COLUMNS.put("location", "Location");
  }

  private static final String DAY = "01/06/2017 ";
  private final List<String> lines = new ArrayList<>();

  private SfFireRows() {
    lines.add(String.join(",", COLUMNS.values()));
  }

  static SfFireRows aFile() {
    return new SfFireRows();
  }

  /** Named cells; a time like {@code 04:17:20 PM} is of 6 January 2017. */
  SfFireRows row(String... namesAndValues) {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.keySet().forEach(name -> cells.put(name, ""));
    cells.put("call", "170060001");
    cells.put("unit", "E01");
    cells.put("type", "Medical Incident");
    cells.put("received", "04:00:00 PM");
    cells.put("end", "Code 2 Transport");
    for (int i = 0; i < namesAndValues.length; i += 2)
      cells.put(namesAndValues[i], namesAndValues[i + 1]);
    List<String> quoted = cells.values().stream()
        .map(value -> value.matches("\\d\\d:\\d\\d:\\d\\d [AP]M") ? DAY + value : value)
        .map(value -> '"' + value + '"')
        .toList();
    lines.add(String.join(",", quoted));
    return this;
  }

  SfFireRows line(String line) {
    lines.add(line);
    return this;
  }

  /** The same rows, last first. */
  SfFireRows backwards() {
    SfFireRows other = new SfFireRows();
    for (int i = lines.size() - 1; i > 0; i--) other.lines.add(lines.get(i));
    return other;
  }

  Path write(Path dir) throws IOException {
    return Files.write(dir.resolve("calls.csv"), lines);
  }
}
