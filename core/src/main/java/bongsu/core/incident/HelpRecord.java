package bongsu.core.incident;

import bongsu.core.event.HelpSignal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call for help within an incident.
 *
 * @param evidence null for the one that opened it
 */
public record HelpRecord(
    HelpSignal help, Instant receivedAt, @Nullable Evidence evidence) {}
