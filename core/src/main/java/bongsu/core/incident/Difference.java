package bongsu.core.incident;

import org.jspecify.annotations.Nullable;

/**
 * One field of a call that two of its reports state differently.
 *
 * @param field its name on the wire
 * @param before as text, null when it was not told
 * @param after as text, null when it is no longer told
 */
public record Difference(
    String field, @Nullable String before, @Nullable String after) {}
