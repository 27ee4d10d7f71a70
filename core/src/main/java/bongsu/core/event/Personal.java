package bongsu.core.event;

import org.jspecify.annotations.Nullable;

/** What identifies or was said by a person: kept apart and encrypted, never on the live stream. */
public record Personal(@Nullable String phone, @Nullable String narrative) {}
