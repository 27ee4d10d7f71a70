package bongsu.core.incident;

import bongsu.core.event.CallStage;
import bongsu.core.event.CallType;
import bongsu.core.event.CloseCode;
import bongsu.core.text.Bilingual;
import bongsu.core.wire.WireEnum;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between two reports of a call, in the words of the room. */
final class DifferenceWords {
  private static final Map<String, Bilingual> FIELDS = Map.of(
      "callType", new Bilingual("유형", "type"),
      "code", new Bilingual("코드", "code"),
      "address", new Bilingual("주소", "address"),
      "position", new Bilingual("위치", "position"),
      "stage", new Bilingual("단계", "stage"),
      "closeCode", new Bilingual("종결 구분", "close code"),
      "injured", new Bilingual("부상자", "injured"));
  private static final WireEnum<CallStage> STAGES = WireEnum.of(CallStage.class);
  private static final WireEnum<CloseCode> CLOSE_CODES = WireEnum.of(CloseCode.class);
  private static final WireEnum<CallType> CALL_TYPES = WireEnum.of(CallType.class);

  private DifferenceWords() {}

  /** Such as {@code 단계 출동 → 현장도착}. */
  static Bilingual of(Difference d) {
    Bilingual field = FIELDS.getOrDefault(d.field(), Bilingual.same(d.field()));
    Bilingual before = value(d.field(), d.before());
    Bilingual after = value(d.field(), d.after());
    return new Bilingual(
        field.ko() + " " + before.ko() + " → " + after.ko(),
        field.en() + " " + before.en() + " → " + after.en());
  }

  private static Bilingual value(String field, @Nullable String word) {
    if (word == null) return Bilingual.same("–");
    return switch (field) {
      case "stage" -> STAGES.find(word).map(ChangeWords::of).orElse(Bilingual.same(word));
      case "closeCode" -> CLOSE_CODES.find(word).map(ChangeWords::of).orElse(Bilingual.same(word));
      case "callType" ->
        CALL_TYPES.find(word).map(t -> IncidentKind.of(t).word()).orElse(Bilingual.same(word));
      default -> Bilingual.same(word);
    };
  }
}
