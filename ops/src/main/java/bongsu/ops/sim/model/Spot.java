package bongsu.ops.sim.model;

import bongsu.core.geo.Position;

/** A place where something happens, and how people call it. */
public record Spot(Position position, String address) {}
