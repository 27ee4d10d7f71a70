package bongsu.ops.replay;

import bongsu.ops.launch.LaunchException;
import bongsu.ops.replay.SfFireColumns.BadRowException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * "Fire Department Calls for Service" as San Francisco publishes it: a row for each unit, rows of
 * one call anywhere in the file.
 *
 * @param calls by call number
 * @param rows read, the bad ones included
 * @param badRows left out, by reason
 */
record SfFireFile(List<SfFireCall> calls, int rows, Map<String, Integer> badRows) {
  /** @throws LaunchException when it cannot be read, or is another file */
  static SfFireFile read(Path file) {
    try (InputStream in = Files.newInputStream(file);
        MappingIterator<String[]> lines = new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readValues(in)) {
      SfFireColumns columns = columns(file, lines.hasNextValue() ? lines.nextValue() : null);
      return read(columns, lines);
    } catch (NoSuchFileException e) {
      throw new LaunchException("there is no file " + file, e);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new LaunchException(file + " cannot be read: " + why, e);
    }
  }

  private static SfFireColumns columns(Path file, String @Nullable [] header) {
    if (header == null) throw new LaunchException(file + " is empty");
    SfFireColumns columns = new SfFireColumns(List.of(header));
    Optional<String> missing = columns.findMissing();
    if (missing.isPresent())
      throw new LaunchException(file + " is no file of SF fire calls: the column \""
          + missing.get() + "\" is missing from its first line: "
          + shortened(String.join(",", header)));
    return columns;
  }

  private static SfFireFile read(SfFireColumns columns, MappingIterator<String[]> lines)
      throws IOException {
    Map<String, List<SfFireRow>> byCall = new TreeMap<>();
    Map<String, Integer> badRows = new TreeMap<>();
    int rows = 0;
    while (lines.hasNextValue()) {
      rows++;
      try {
        SfFireRow row = columns.read(lines.nextValue());
        add(byCall.computeIfAbsent(row.callNumber(), first -> new ArrayList<>()), row);
      } catch (BadRowException e) {
        badRows.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      }
    }
    return new SfFireFile(calls(byCall), rows, badRows);
  }

  private static void add(List<SfFireRow> ofCall, SfFireRow row) throws BadRowException {
    String unitId = row.times().unitId();
    if (ofCall.stream().anyMatch(other -> other.times().unitId().equals(unitId)))
      throw new BadRowException("repeats a unit of its call");
    ofCall.add(row);
  }

  private static List<SfFireCall> calls(Map<String, List<SfFireRow>> byCall) {
    return byCall.entrySet().stream()
        .map(call -> new SfFireCall(call.getKey(), call.getValue()))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
