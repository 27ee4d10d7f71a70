package bongsu.core.incident;

import bongsu.core.event.Personal;
import java.util.Optional;

/**
 * Finds what was kept apart. A call is asked for by its receipt number and revision, a help signal
 * by its event id and revision 0.
 */
@FunctionalInterface
public interface PersonalLookup {
  /** Finds nothing: for those without the right. */
  PersonalLookup NONE = (source, receiptNo, revision) -> Optional.empty();

  Optional<Personal> find(String source, String receiptNo, int revision);
}
