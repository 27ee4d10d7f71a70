package bongsu.ops.sim.model;

import bongsu.core.event.Agency;
import bongsu.core.wire.WireEnum;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which calls a city's people make: {@code sim/calls.yaml}.
 *
 * @param districtShares people of each district by its Korean name
 * @param hours how calls spread over the 24 hours, by profile name; only proportions count
 * @param desks what each agency is called for
 */
public record CallBook(
    Map<String, Double> districtShares, Map<String, List<Double>> hours, List<DeskBook> desks) {
  /**
   * @param saturday how busy Saturday is, 1 as any day; the other days are less so in return
   */
  public record DeskBook(String agency, double saturday, List<CallKind> kinds) {
    public DeskBook {
      kinds = List.copyOf(kinds);
    }

    Agency toAgency() {
      return WireEnum.of(Agency.class).find(agency).orElseThrow();
    }
  }

  public CallBook {
    hours.forEach((name, weights) -> {
      if (weights.size() != 24) throw new IllegalArgumentException(name + " must have 24 hours");
    });
    for (DeskBook desk : desks)
      for (CallKind kind : desk.kinds())
        if (!hours.containsKey(kind.hours()))
          throw new IllegalArgumentException("no hours named " + kind.hours());
  }

  /** The book that comes with Bongsu. */
  public static CallBook load() {
    try (InputStream yaml = CallBook.class.getResourceAsStream("/sim/calls.yaml")) {
      return new YAMLMapper().readValue(Objects.requireNonNull(yaml), CallBook.class);
    } catch (IOException e) {
      throw new UncheckedIOException("sim/calls.yaml", e);
    }
  }

  /** Calls an hour of that kind in each hour of an average day. */
  double[] perHour(CallKind kind) {
    double[] weights = getHours(kind).stream().mapToDouble(Double::doubleValue).toArray();
    double sum = java.util.Arrays.stream(weights).sum();
    for (int h = 0; h < weights.length; h++) weights[h] *= kind.perDay() / sum;
    return weights;
  }

  private List<Double> getHours(CallKind kind) {
    return Objects.requireNonNull(hours.get(kind.hours()));
  }
}
