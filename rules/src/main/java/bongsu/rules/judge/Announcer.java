package bongsu.rules.judge;

import bongsu.core.alarm.Alarm;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.SensorReading;
import bongsu.core.event.UnitPosition;
import bongsu.core.text.Bilingual;
import bongsu.rules.judge.Judgement.AlarmCleared;
import bongsu.rules.judge.Judgement.AlarmRaised;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words a rule's alarms: who, where, how much. */
final class Announcer {
  /** What every message can say. */
  static final List<String> PLACEHOLDERS = List.of("name", "place", "id");

  private final RuleHead head;
  private final Messages messages;
  private final Surroundings city;

  Announcer(RuleHead head, Messages messages, Surroundings city) {
    this.head = head;
    this.messages = messages;
    this.city = city;
  }

  /**
   * @param event what the alarm is about: its subject, place and numbers
   * @param cause the event that raised it, most often the same
   * @param other the second thing it is about (a zone, an asset), null when there is none
   * @param first the event that began it, which with rule and subject makes the id
   * @param observation what was seen, in one word
   * @param more what the kind adds to the message
   */
  AlarmRaised raise(
      CityEvent event,
      CityEvent cause,
      @Nullable String other,
      FirstEvent first,
      String observation,
      Map<String, Bilingual> more) {
    String about = other == null ? event.subject() : event.subject() + "\n" + other;
    return new AlarmRaised(new Alarm(
        id(head.id(), Integer.toString(head.version()), about, first.source(), first.eventId()),
        head.id(),
        head.version(),
        head.incidentKind(),
        head.severity(),
        observation,
        event.subject(),
        city.positionOf(event),
        cause.origin(),
        messages.raised().fill(words(event, more))));
  }

  AlarmCleared clear(
      String alarmId, CityEvent event, CityEvent cause, Map<String, Bilingual> more) {
    Bilingual message = messages.cleared().fill(words(event, more));
    return new AlarmCleared(alarmId, head.id(), event.subject(), cause.origin(), message);
  }

  private Map<String, Bilingual> words(CityEvent event, Map<String, Bilingual> more) {
    Map<String, Bilingual> words = new HashMap<>();
    words.put("name", city.nameOf(event.subject()));
    words.put("place", city.placeOf(event));
    words.put("id", Bilingual.same(event.subject()));
    if (event instanceof SensorReading reading) {
      words.put("value", Bilingual.same(Numbers.reading(reading.quantity(), reading.value())));
      words.put("unit", Bilingual.same(Units.of(reading.quantity())));
    } else if (event instanceof CameraEvent camera) {
      words.put("confidencePct", Bilingual.same(Numbers.whole(camera.confidence() * 100)));
      if (camera.count() != null)
        words.put("count", Bilingual.same(camera.count().toString()));
    } else if (event instanceof UnitPosition unit && unit.speedMps() != null) {
      words.put("speedKph", Bilingual.same(Numbers.whole(unit.speedMps() * 3.6)));
    }
    words.putAll(more);
    return words;
  }

  /** 128 bits are plenty to tell alarms apart. */
  private static String id(String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The identity of the event something began with. */
  record FirstEvent(String source, String eventId) {
    static FirstEvent of(CityEvent event) {
      return new FirstEvent(event.origin().source(), Judgement.eventIdOfDay(event));
    }
  }
}
