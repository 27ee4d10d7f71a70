package bongsu.ops.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Each refusal is one clear line and an exit code that is not 0. */
class RefusalsTest {
  @TempDir
  Path dir;

  @Test
  void aPortInUse() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      String line = refusal("--http", "" + port);
      assertTrue(line.contains("port " + port + " on 127.0.0.1 cannot be used"), line);
      assertTrue(line.contains("Choose another with --http"), line);
      assertTrue(refusal("--mqtt", "" + port).contains("Choose another with --mqtt"));
    }
  }

  @Test
  void aDataDirectoryThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    String line = refusal("--data", file.resolve("city").toString());
    assertTrue(line.contains("cannot be written (choose another with --data)"), line);
  }

  @Test
  void aDirectoryOfSomebodyElse() throws IOException {
    Path thesis = Files.writeString(dir.resolve("thesis.txt"), "years of work");
    String line = refusal("--data", dir.toString(), "--reset", "--yes");
    assertTrue(line.contains("holds other files and is no Bongsu data directory"), line);
    assertEquals("years of work", Files.readString(thesis));
  }

  @Test
  void aResetThatNobodyConfirmed() {
    assertTrue(refusal("--reset").contains("--reset --yes deletes without asking"));
  }

  @Test
  void aHostThatTheNetworkReachesWithoutTlsOrProxy() {
    String line = refusal("--host", "0.0.0.0");
    assertTrue(line.contains("host 0.0.0.0 can be reached from the network"), line);
    assertTrue(line.contains("configure tls or proxy (docs/operations.md"), line);
  }

  @Test
  void aCertificateThatIsMissingOrNone() throws IOException {
    Path file = Files.writeString(
        dir.resolve("city.yaml"), "tls: {certificate: nowhere.pem, key: nowhere.pem}");
    String line = refusal("--config", file.toString());
    assertTrue(line.contains("tls.certificate: nowhere.pem cannot be read"), line);
    Files.writeString(file, "tls: {certificate: '" + file + "', key: '" + file + "'}");
    line = refusal("--config", file.toString());
    assertTrue(line.contains("are not a PEM certificate and its key"), line);
  }

  @Test
  void anUnknownOption() {
    String line = refusal("--htpp", "8080");
    assertTrue(line.contains("--htpp"), line);
    assertTrue(line.contains("--help"), line);
  }

  @Test
  void anUnknownScenario() {
    String line = refusal("--scenario", "meteor");
    assertTrue(line.contains("there are flood-2020-08-06, apartment-fire, pursuit"), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'nodez: 2'               | unknown key 'nodez'; allowed here: backup, host, httpPort, journal, limits, mqttPort",
        "'telemetry: {keep: 2}'   | unknown key 'telemetry.keep'; allowed here: keepDays, keepGb",
        "'nodes: many'            | key 'nodes' must be a whole number",
        "'simulator: 3'           | key 'simulator' must be true or false",
        "'nodes: 99'              | nodes must be between 1 and 16, was 99",
        "'telemetry: {keepDays: 0}' | telemetry: keepDays must be between 1 and 3650, was 0",
        "'mqttPort: 8080'         | httpPort and mqttPort must differ, both are 8080",
        "'store: {host: db}'      | key 'store.",
        "'telemetry: null'        | no key may be null here",
        "'limits: {httpConnections: 0}' | limits: httpConnections must be between 1 and 1000000",
        "'tls: {certificate: a.pem}' | key 'tls.key' must be",
        "'proxy: {origins: [bongsu.city], addresses: [10.0.0.5]}' | proxy: origins: bongsu.city is not",
        "'proxy: {origins: [], addresses: [10.0.0.5]}' | proxy: origins must name where the pages are",
        "'proxy: {origins: [https://b.c], addresses: [b.c]}' | proxy: addresses: b.c is not like",
        "'just words'             | must be a list of 'key: value' lines",
        "'nodes: [1'              | city.yaml:",
      })
  void aBadConfigurationNamesTheKey(String yaml, String expected) throws IOException {
    Path file = Files.writeString(dir.resolve("city.yaml"), yaml);
    String line = refusal("--config", file.toString());
    assertTrue(line.contains("city.yaml") && line.contains(expected), line);
  }

  @Test
  void aMissingConfigurationFile() {
    assertTrue(refusal("--config", dir + "/none.yaml").contains("no such configuration file"));
  }

  @Test
  void theFileChangesDefaultsAndOptionsChangeTheFile() throws IOException {
    Path file =
        Files.writeString(dir.resolve("city.yaml"), "nodes: 3\nspeed: 2\ntelemetry: {keepGb: 2}");
    Configuration both = ConfigurationFile.load(file, Map.of("speed", 60));
    assertEquals(3, both.nodes());
    assertEquals(60, both.speed());
    assertEquals(new Configuration.Telemetry(7, 2), both.telemetry());
    assertEquals(8080, both.httpPort());
  }

  private String refusal(String... options) {
    StringWriter errors = new StringWriter();
    CommandLine run = TestPlatform.commandLine(CityUnderTest.SCHEMA, "node");
    run.setErr(new PrintWriter(errors, true));
    List<String> all = new ArrayList<>(List.of(options));
    if (!all.contains("--data"))
      all.addAll(List.of("--data", dir.resolve("city").toString()));
    int exitCode = run.execute(all.toArray(String[]::new));
    assertFalse(exitCode == 0, "must not be a success");
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    return errors.toString();
  }
}
