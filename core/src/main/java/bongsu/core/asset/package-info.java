/**
 * What the city owns and where it stands: cameras, sensors, junctions, units, facilities, zones,
 * roads, streams and rails, their GeoJSON form, the road network and the names of places.
 */
@NullMarked
package bongsu.core.asset;

import org.jspecify.annotations.NullMarked;
