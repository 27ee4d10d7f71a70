package bongsu.ops.replay;

import bongsu.ops.client.CityOptions;
import bongsu.ops.client.EventPost;
import bongsu.ops.launch.LaunchException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code bongsu replay sf-fire}: San Francisco's fire calls as calls of agency 119. */
@Command(
    name = "sf-fire",
    description = {
      "Sends San Francisco's \"Fire Department Calls for Service\" (CSV, a row for each unit) as"
          + " dispatch calls of agency 119 and source sf-fire, with their units' times.",
      "Sending the same file again changes nothing. Ends with one line of JSON."
    },
    mixinStandardHelpOptions = true)
public final class SfFireCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CREATE_TOKEN = "./ops/bongsu token create --name sf-fire"
      + " --source sf-fire --may send:CallReport --receipts-are-incidents";

  @Parameters(paramLabel = "FILE", description = "The CSV file.")
  private Path file = Path.of("");

  @Mixin
  private CityOptions city = new CityOptions();

  @Option(names = "--token", paramLabel = "TOKEN", description = "A token of source sf-fire.")
  private @Nullable String token;

  @Option(names = "--token-file", paramLabel = "FILE", description = "The file that holds it.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = Speed.class,
      description = "N times as fast as it happened, or as fast as the city takes it (default).")
  private double speed = Double.POSITIVE_INFINITY;

  @Option(names = "--follow", description = "Tell of each revision as it is taken.")
  private boolean follow;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    SfFireFile calls = SfFireFile.read(file);
    EventPost post = new EventPost(city.url(), getToken(), PATIENCE);
    out.println(file.getFileName() + ": " + calls.rows() + " rows, "
        + calls.calls().size() + " calls, to " + city.url());
    Progress.Total total = new SfFireReplay(post, speed, follow, out).send(calls);
    out.println(new ObjectMapper().writeValueAsString(total));
    out.flush();
    return total.rejected() == 0 ? 0 : 1;
  }

  private String getToken() {
    if (token != null) return token;
    if (tokenFile != null) return CityOptions.readToken(tokenFile);
    String where = city.isLocal() ? " --data " + city.data() : "";
    throw new LaunchException(
        "a token is needed; make one with  " + CREATE_TOKEN + where + "  and give it with --token");
  }

  /** A number above 0, or {@code max}. */
  static final class Speed implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (text.equals("max")) return Double.POSITIVE_INFINITY;
      try {
        double speed = Double.parseDouble(text);
        if (speed > 0) return speed;
      } catch (NumberFormatException e) {
        // told below
      }
      throw new TypeConversionException("must be max or a number above 0, was " + text);
    }
  }
}
