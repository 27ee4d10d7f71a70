package bongsu.rules.owner;

import bongsu.rules.fuse.FusionInput;
import java.time.Instant;

/**
 * One input in the log of fusion.
 *
 * @param at when it was taken, city time
 */
public record NumberedInput(long no, Instant at, FusionInput input) {}
