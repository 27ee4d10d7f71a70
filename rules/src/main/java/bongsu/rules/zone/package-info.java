/**
 * Which areas a point is in, for thousands of areas and points: a grid whose cells are inside,
 * outside or on the boundary of each area. Pure geometry on the city's plane, in metres.
 */
@NullMarked
package bongsu.rules.zone;

import org.jspecify.annotations.NullMarked;
