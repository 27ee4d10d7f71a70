package bongsu.ops.command;

import bongsu.ops.launch.LaunchException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A password from a file, typed twice on a terminal, or the first line of the input. */
final class TypedPassword {
  private TypedPassword() {}

  /** @throws LaunchException when there is none, or the two differ */
  static String read(@Nullable Path file) {
    try {
      if (file != null) return firstLine(Files.newBufferedReader(file), file.toString());
      Console console = System.console();
      if (console != null) return typedTwice(console);
      var input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
      return firstLine(new BufferedReader(input), "the input");
    } catch (IOException e) {
      throw new LaunchException("no password: " + e.getMessage(), e);
    }
  }

  private static String firstLine(BufferedReader reader, String where) throws IOException {
    try (reader) {
      String line = reader.readLine();
      if (line == null || line.isEmpty())
        throw new LaunchException("no password: " + where + " is empty");
      return line;
    }
  }

  private static String typedTwice(Console console) {
    char[] first = console.readPassword("Password (at least 10 characters): ");
    char[] second = console.readPassword("Again: ");
    if (first == null || second == null) throw new LaunchException("no password given");
    if (!Arrays.equals(first, second)) throw new LaunchException("the two passwords differ");
    return new String(first);
  }
}
