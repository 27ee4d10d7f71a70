package bongsu.rules.fuse;

import bongsu.core.incident.IncidentChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one input came to.
 *
 * @param changes to be committed with the input, in order; already applied
 * @param answer to a command; null for every other input
 */
public record Outcome(
    List<IncidentChange> changes, @Nullable Answer answer) {
  public Outcome {
    changes = List.copyOf(changes);
  }

  public Optional<Answer> findAnswer() {
    return Optional.ofNullable(answer);
  }
}
