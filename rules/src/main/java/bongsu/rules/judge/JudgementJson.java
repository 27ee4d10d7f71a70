package bongsu.rules.judge;

import bongsu.core.alarm.AlarmJson;
import bongsu.core.event.CameraEvent;
import bongsu.core.event.CityEvent;
import bongsu.core.event.UnitPosition;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.EventDecoder;
import bongsu.core.wire.EventWriter;
import bongsu.core.wire.JsonText;
import bongsu.rules.judge.Judgement.AlarmCleared;
import bongsu.rules.judge.Judgement.AlarmRaised;
import bongsu.rules.judge.Judgement.Selected;
import bongsu.rules.judge.Judgement.UnitProgress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * Judgements as text: {@code {"judgement":"alarmRaised"|"alarmCleared"|"selected"|"unitProgress",…}},
 * the same bytes for the same judgement. Carries no personal data: a number plate stays with the
 * stored event.
 */
public final class JudgementJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JudgementJson() {}

  public static String encode(Judgement judgement) {
    JsonText json = new JsonText().open();
    if (judgement instanceof AlarmRaised raised) {
      AlarmJson.write(json.put("judgement", "alarmRaised"), raised.alarm());
    } else if (judgement instanceof AlarmCleared cleared) {
      write(json.put("judgement", "alarmCleared"), cleared);
    } else if (judgement instanceof Selected selected) {
      json.put("judgement", "selected").raw("event", body(selected.event()));
    } else if (judgement instanceof UnitProgress progress) {
      json.put("judgement", "unitProgress").raw("event", body(progress.event()));
    }
    return json.close().toString();
  }

  /** @throws IllegalArgumentException when the text is none of ours */
  public static Judgement decode(String text) {
    JsonNode json = parse(text);
    return switch (json.path("judgement").asText()) {
      case "alarmRaised" -> new AlarmRaised(AlarmJson.read(json));
      case "alarmCleared" -> cleared(json);
      case "selected" -> new Selected(event(json));
      case "unitProgress" -> new UnitProgress((UnitPosition) event(json));
      default -> throw new IllegalArgumentException("not a judgement of ours: " + text);
    };
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void write(JsonText json, AlarmCleared cleared) {
    json.put("alarmId", cleared.alarmId()).put("ruleId", cleared.ruleId());
    json.put("subject", cleared.subject());
    AlarmJson.writeOrigin(json, "cause", cleared.cause());
    json.put("ko", cleared.message().ko()).put("en", cleared.message().en());
  }

  private static AlarmCleared cleared(JsonNode json) {
    return new AlarmCleared(
        json.path("alarmId").asText(),
        json.path("ruleId").asText(),
        json.path("subject").asText(),
        AlarmJson.readOrigin(json.path("cause")),
        new Bilingual(json.path("ko").asText(), json.path("en").asText()));
  }

  static String body(CityEvent event) {
    return EventWriter.body(event instanceof CameraEvent camera ? withoutPlate(camera) : event);
  }

  private static CameraEvent withoutPlate(CameraEvent e) {
    return new CameraEvent(
        e.origin(),
        e.cameraId(),
        e.kind(),
        e.confidence(),
        e.position(),
        e.count(),
        null,
        e.objectId());
  }

  static CityEvent event(JsonNode json) {
    byte[] message = json.path("event").toString().getBytes(StandardCharsets.UTF_8);
    if (EventDecoder.decode(message) instanceof EventDecoder.Accepted accepted)
      return accepted.event();
    throw new IllegalArgumentException("not an event of ours: " + json.path("event"));
  }
}
