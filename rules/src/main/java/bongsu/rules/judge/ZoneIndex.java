package bongsu.rules.judge;

import java.util.List;

/** Finds the areas around a point. Immutable: a change of zones makes a new one. */
interface ZoneIndex {
  /** Every area the point is in or at most {@code withinM} from, and maybe some that are not. */
  List<Area> listNear(double xM, double yM, double withinM);
}
