package bongsu.ops.sim.model;

import bongsu.core.asset.RoadPath;
import bongsu.core.geo.Position;

/** One drive along a path, a second at a time: speeds up, brakes, varies, arrives. */
public final class Drive {
  private static final double SPEED_UP_MPS2 = 2.2;
  private static final double BRAKE_MPS2 = 3.5;
  /** No more than this above the road's speed, even when it has just become slower. */
  private static final double MOST_OVER_LIMIT = 1.35;

  private final RoadPath path;
  private final double pace;
  private final Chance chance;
  private double drivenM;
  private double speedMps;
  private double mood = 1;

  /** @param pace share of the roads' speed this driver aims at */
  public Drive(RoadPath path, double pace, Chance chance) {
    this.path = path;
    this.pace = pace;
    this.chance = chance;
  }

  /** Drives one second. */
  public void step() {
    double limitMps = path.roadAt(drivenM).speedMps();
    mood = Math.max(0.6, Math.min(1.25, mood + 0.06 * chance.normal() + 0.05 * (1 - mood)));
    double leftM = path.lengthM() - drivenM;
    double canStillStopMps = StrictMath.sqrt(2 * BRAKE_MPS2 * leftM) + 0.5;
    double aimMps = Math.min(limitMps * pace * mood, canStillStopMps);
    double changeMps = Math.max(-BRAKE_MPS2, Math.min(SPEED_UP_MPS2, aimMps - speedMps));
    speedMps = Math.min(Math.max(0.5, speedMps + changeMps), limitMps * MOST_OVER_LIMIT);
    drivenM += speedMps;
  }

  public boolean hasArrived() {
    return drivenM >= path.lengthM();
  }

  public Position position() {
    return path.positionAt(drivenM);
  }

  public double headingDeg() {
    return path.headingDegAt(drivenM);
  }

  public double speedMps() {
    return hasArrived() ? 0 : Math.min(speedMps, path.roadAt(drivenM).speedMps() * MOST_OVER_LIMIT);
  }
}
