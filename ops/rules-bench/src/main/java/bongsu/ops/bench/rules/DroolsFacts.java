package bongsu.ops.bench.rules;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** What the Drools rules are about; they read getters. */
public final class DroolsFacts {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private DroolsFacts() {}

  /** Where a thing is. */
  public static final class Fix {
    private final int thing;
    private double x;
    private double y;

    Fix(int thing) {
      this.thing = thing;
    }

    void move(double newX, double newY) {
      x = newX;
      y = newY;
    }

    public int getThing() {
      return thing;
    }

    public double getX() {
      return x;
    }

    public double getY() {
      return y;
    }
  }

  /** A fence that knows its box, and is prepared: as good as it gets without an index. */
  public static final class Fence {
    private final PreparedGeometry shape;
    private final Envelope box;

    Fence(Polygon shape) {
      this.shape = PreparedGeometryFactory.prepare(shape);
      this.box = shape.getEnvelopeInternal();
    }

    public double getWest() {
      return box.getMinX();
    }

    public double getEast() {
      return box.getMaxX();
    }

    public double getSouth() {
      return box.getMinY();
    }

    public double getNorth() {
      return box.getMaxY();
    }

    public boolean covers(Fix fix) {
      return shape.covers(GEOMETRY.createPoint(new Coordinate(fix.x, fix.y)));
    }
  }

  /** A thing is in a fence. */
  public static final class Within {
    private final int thing;
    private final Fence fence;

    public Within(int thing, Fence fence) {
      this.thing = thing;
      this.fence = fence;
    }

    public int getThing() {
      return thing;
    }

    public Fence getFence() {
      return fence;
    }
  }

  /** How often a fence was entered or left. */
  public static final class Count {
    private int count;

    public void add() {
      count++;
    }

    int take() {
      int taken = count;
      count = 0;
      return taken;
    }
  }
}
