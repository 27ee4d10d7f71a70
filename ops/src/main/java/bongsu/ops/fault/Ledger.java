package bongsu.ops.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** One client's file, read again: what it sent, what it was told, and how often each was found. */
final class Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Kind[] kinds = new Kind[1_024];
  private long[] hashes = new long[1_024];
  private Outcome[] outcomes = new Outcome[1_024];
  private int[] found = new int[1_024];
  private int size;

  static Ledger read(Path file) throws IOException {
    Ledger ledger = new Ledger();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        ledger.on(JSON.readTree(line));
    }
    return ledger;
  }

  private void on(JsonNode line) {
    String eventId = line.path("eventId").asText();
    int number = Kind.number(eventId);
    if (line.has("outcome")) {
      outcomes[number] = Outcome.of(line.path("outcome").asText());
      return;
    }
    reserve(number);
    kinds[number] = Kind.of(eventId);
    hashes[number] = Long.parseUnsignedLong(line.path("hash").asText(), 16);
    outcomes[number] = Outcome.UNKNOWN;
    size = Math.max(size, number + 1);
  }

  private void reserve(int number) {
    if (number < kinds.length) return;
    int length = Math.max(number + 1, kinds.length * 2);
    kinds = Arrays.copyOf(kinds, length);
    hashes = Arrays.copyOf(hashes, length);
    outcomes = Arrays.copyOf(outcomes, length);
    found = Arrays.copyOf(found, length);
  }

  /** How many events it sent: numbers 0 up to this. */
  int size() {
    return size;
  }

  /** Whether it sent an event of this id. */
  boolean sent(String eventId) {
    int number = Kind.number(eventId);
    return number < size && kinds[number] == Kind.of(eventId);
  }

  Kind kind(int number) {
    return kinds[number];
  }

  Outcome outcome(int number) {
    return outcomes[number];
  }

  boolean sameContent(int number, long hash) {
    return hashes[number] == hash;
  }

  void onFound(int number) {
    found[number]++;
  }

  int found(int number) {
    return found[number];
  }
}
