package bongsu.ops.fault.simulate;

import bongsu.core.event.Agency;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.Quantity;
import bongsu.core.event.SensorReading;
import bongsu.core.event.UnitPosition;
import bongsu.core.geo.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things that report, each with chances and a course of its own. */
final class Devices {
  private Devices() {}

  /** One thing that reports. */
  abstract static class Device {
    final String id;
    private final Chance chance;
    private final Quirks quirks;
    private long count;

    Device(Chance chance, String id) {
      this.id = id;
      this.chance = chance;
      this.quirks = new Quirks(chance);
    }

    abstract CityEvent next(Instant observedAt);

    final Origin origin(Instant observedAt) {
      return new Origin("devices", id + "/" + ++count, observedAt, chance.percent(1));
    }

    final Chance chance() {
      return chance;
    }

    final Quirks quirks() {
      return quirks;
    }
  }

  /** Calm, with a surge now and then that falls off. */
  static final class Gauge extends Device {
    private final Quantity quantity;
    private final double calm;
    private final double surge;
    private double more;

    Gauge(Chance chance, String id, Quantity quantity, double calm, double surge) {
      super(chance, id);
      this.quantity = quantity;
      this.calm = calm;
      this.surge = surge;
    }

    @Override
    CityEvent next(Instant observedAt) {
      more = chance().percent(8) ? surge : more * 0.75;
      double value = Math.max(0, calm + more + chance().around(0, surge / 12));
      return new SensorReading(origin(observedAt), id, quantity, value, null);
    }
  }

  /** Sees smoke. */
  static final class Camera extends Device {
    Camera(Chance chance, String id) {
      super(chance, id);
    }

    @Override
    CityEvent next(Instant observedAt) {
      double confidence = Math.min(1, Math.max(0, chance().around(0.6, 0.2)));
      CameraEvent.Kind kind = chance()
          .pick(List.of(CameraEvent.Kind.SMOKE, CameraEvent.Kind.FIRE, CameraEvent.Kind.FALL));
      return new CameraEvent(origin(observedAt), id, kind, confidence, null, null, "12가3456", null);
    }
  }

  /** Somebody presses it; it does not say where it is. */
  static final class Bell extends Device {
    Bell(Chance chance, String id) {
      super(chance, id);
    }

    @Override
    CityEvent next(Instant observedAt) {
      return new HelpSignal(origin(observedAt), id, HelpSignal.Kind.HELP_BUTTON, null, null);
    }
  }

  /** Wanders, leaves the centre, takes calls that are open. */
  static final class Car extends Device {
    private final boolean police;
    private final Calls calls;
    private double xM;
    private double yM;

    Car(Chance chance, int no, Calls calls) {
      super(chance, "UNIT-" + no);
      this.police = no % 2 == 0;
      this.calls = calls;
    }

    @Override
    CityEvent next(Instant observedAt) {
      xM = chance().around(xM * 0.9, 350);
      yM = chance().around(yM * 0.9, 350);
      Position p = TinyCity.PLANE.at(xM, yM);
      return new UnitPosition(
          origin(observedAt),
          id,
          police ? UnitPosition.Service.POLICE : UnitPosition.Service.FIRE,
          new Position(p.latDeg(), p.lonDeg(), 5),
          (double) chance().between(0, 30),
          null,
          chance().pick(List.of(UnitPosition.Status.values())),
          receiptNo());
    }

    private @Nullable String receiptNo() {
      Agency mine = police ? Agency.POLICE : Agency.FIRE;
      List<String> open = calls.listOpen(mine);
      return open.isEmpty() || chance().percent(30) ? null : chance().pick(open);
    }
  }
}
