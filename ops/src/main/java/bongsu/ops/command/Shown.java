package bongsu.ops.command;

import java.util.List;

/** Text from outside as a terminal may show it: one line, no control characters. */
final class Shown {
  private Shown() {}

  static String text(String text) {
    return text.replaceAll("\\p{Cntrl}", "·");
  }

  /** Columns two spaces apart, as wide as their widest cell. */
  static String table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows)
      for (int i = 0; i < row.size(); i++)
        widths[i] = Math.max(widths[i], row.get(i).length());
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++)
        line.append(text(row.get(i))).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      out.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return out.toString();
  }
}
