package bongsu.core.incident;

import bongsu.core.text.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's timeline.
 *
 * @param at city time of the change; for a unit's progress, when the unit reached it
 * @param words hold no personal data
 * @param text what an operator wrote, which may; shown only with the opened incident
 */
public record TimelineEntry(
    long seq,
    int revision,
    Instant at,
    String change,
    String by,
    Bilingual words,
    @Nullable String text) {}
