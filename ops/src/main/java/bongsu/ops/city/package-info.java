/**
 * The demo city: facts of Suwon as readable files ({@code city/suwon/*.yaml}) and the generator that
 * makes a whole schematic city of them, the same bytes on every run.
 */
@NullMarked
package bongsu.ops.city;

import org.jspecify.annotations.NullMarked;
