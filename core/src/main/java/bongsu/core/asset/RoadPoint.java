package bongsu.core.asset;

import bongsu.core.geo.Position;

/**
 * A point of the road network.
 *
 * @param edge number of the edge it lies on
 * @param alongM metres from the edge's beginning
 * @param position the point itself
 * @param distanceM metres from the position that was asked for
 */
public record RoadPoint(int edge, double alongM, Position position, double distanceM) {}
