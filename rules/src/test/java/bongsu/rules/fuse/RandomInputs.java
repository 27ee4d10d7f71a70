package bongsu.rules.fuse;

import static bongsu.rules.fuse.ACall.aCall;
import static bongsu.rules.fuse.AnAlarm.anAlarm;

import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.event.HelpSignal;
import bongsu.core.event.Origin;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitTimes;
import bongsu.core.geo.Position;
import bongsu.core.incident.Incident;
import bongsu.core.incident.IncidentCommand;
import bongsu.core.incident.IncidentKind;
import bongsu.core.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A seeded stream of inputs of all types, crowded so that much joins, clashes and repeats. */
final class RandomInputs {
  private static final List<String> OBSERVATIONS =
      List.of("smoke", "fall", "waterDepthM", "rain1hMm", "lelPct", "fight", "offline", "crowd");

  private final Random random;

  RandomInputs(long seed) {
    random = new Random(seed);
  }

  /** Nanoseconds too, as clocks have them. */
  Instant later(Instant now) {
    long stepMs = random.nextInt(200) == 0 ? 40_000_000 : random.nextInt(90_000);
    return now.plusMillis(stepMs).plusNanos(random.nextInt(1_000_000));
  }

  FusionInput next(Instant now, List<Incident> incidents) {
    int die = random.nextInt(100);
    if (die < 35) return call(now);
    if (die < 60) return new FusionInput.AlarmRaised(alarm(now));
    if (die < 68) return new FusionInput.AlarmCleared(alarmId(), origin("vms", now));
    if (die < 73) return help(now);
    if (die < 83) return unit(now);
    if (die < 95 && !incidents.isEmpty()) return command(incidents);
    return die < 97 ? openByHand() : new FusionInput.Tick();
  }

  private FusionInput call(Instant now) {
    int revision = 1 + random.nextInt(4);
    String receipt = "R-" + random.nextInt(1_500);
    ACall call = aCall().receipt(receipt).revision(revision).observed(observed(now));
    call.about(pick(CallType.values())).eventId(receipt + "/" + revision + "/" + random.nextInt(3));
    if (random.nextInt(3) == 0) call.police().code(random.nextInt(5));
    if (random.nextInt(4) == 0) call.from("merged").receiptsAreIncidents();
    if (random.nextInt(10) > 0) call.at(place());
    if (random.nextBoolean()) call.address("인계동 " + random.nextInt(20));
    if (random.nextInt(20) == 0) call.inConflict();
    if (random.nextInt(20) == 0) call.exercise();
    if (random.nextInt(3) == 0) call.unit(times(now));
    if (random.nextInt(3) == 0) call.closed(pick(CloseCode.values()));
    else call.stage(pick(CallStage.values()));
    return call.receivedAt(now);
  }

  private UnitTimes times(Instant now) {
    return new UnitTimes(
        "U-" + random.nextInt(9),
        "pumper",
        maybe(now),
        maybe(now),
        maybe(now),
        maybe(now),
        null,
        maybe(now));
  }

  private Instant maybe(Instant now) {
    return random.nextBoolean() ? null : observed(now);
  }

  private bongsu.core.alarm.Alarm alarm(Instant now) {
    AnAlarm alarm = anAlarm(
        pick(IncidentKind.values()),
        OBSERVATIONS.get(random.nextInt(8)),
        "S-" + random.nextInt(80));
    alarm.id(alarmId()).severity(pick(Severity.values())).observed(observed(now));
    if (random.nextInt(10) > 0) alarm.at(place());
    return alarm.alarm();
  }

  private String alarmId() {
    return "a-" + random.nextInt(1_200);
  }

  private FusionInput help(Instant now) {
    Position where = random.nextInt(5) == 0 ? null : place();
    return new FusionInput.Help(
        new HelpSignal(
            origin("bells", now),
            "BELL-" + random.nextInt(20),
            pick(HelpSignal.Kind.values()),
            where,
            null),
        now);
  }

  private FusionInput unit(Instant now) {
    String receipt = random.nextInt(9) == 0 ? null : "R-" + random.nextInt(1_500);
    return new FusionInput.UnitProgress(new UnitPosition(
        origin("avl", now),
        "U-" + random.nextInt(9),
        pick(UnitPosition.Service.values()),
        place(),
        null,
        null,
        pick(UnitPosition.Status.values()),
        receipt));
  }

  private FusionInput command(List<Incident> incidents) {
    Incident incident = incidents.get(random.nextInt(incidents.size()));
    int revision = random.nextInt(4) == 0 ? random.nextInt(5) : incident.revision();
    String id = random.nextInt(20) == 0 ? "I-20260806-9999" : incident.id();
    return new FusionInput.Command(
        "c-" + random.nextInt(400), "user-" + random.nextInt(3), command(), id, revision);
  }

  private IncidentCommand command() {
    return switch (random.nextInt(5)) {
      case 0 -> new IncidentCommand.Acknowledge();
      case 1 -> new IncidentCommand.Verify(random.nextBoolean());
      case 2 -> new IncidentCommand.Note("메모 \"" + random.nextInt() + "\"\n");
      case 3 -> new IncidentCommand.Close(pick(CloseCode.values()));
      default -> new IncidentCommand.Reopen();
    };
  }

  private FusionInput openByHand() {
    return new FusionInput.OpenByHand(
        "o-" + random.nextInt(60),
        "kim",
        pick(IncidentKind.values()),
        pick(Severity.values()),
        random.nextBoolean() ? place() : null,
        random.nextBoolean() ? "장소" : null,
        random.nextBoolean() ? "글" : null,
        random.nextInt(20) == 0);
  }

  private Origin origin(String source, Instant now) {
    return Origin.of(source, "e-" + random.nextInt(100_000), observed(now));
  }

  /** Mostly a little late, now and then ahead. */
  private Instant observed(Instant now) {
    return now.minusMillis(random.nextInt(300_000) - 20_000L).minusNanos(random.nextInt(999_999));
  }

  private Position place() {
    double x = (random.nextInt(6) - 3) * 900 + random.nextGaussian() * 120;
    double y = (random.nextInt(6) - 3) * 900 + random.nextGaussian() * 120;
    return City.within(City.PLANE.at(x, y), random.nextInt(4) == 0 ? 300 : random.nextInt(60));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
