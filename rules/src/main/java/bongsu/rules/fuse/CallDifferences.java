package bongsu.rules.fuse;

import bongsu.core.event.CallReport;
import bongsu.core.incident.Difference;
import bongsu.core.wire.JsonText;
import bongsu.core.wire.WireEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two reports of one call, field by field; units have lines of their own. */
final class CallDifferences {
  private final List<Difference> found = new ArrayList<>();

  private CallDifferences() {}

  static List<Difference> between(CallReport before, CallReport after) {
    CallDifferences differences = new CallDifferences();
    differences.add("callType", word(before.callType()), word(after.callType()));
    differences.add("code", text(before.code()), text(after.code()));
    differences.add("address", before.address(), after.address());
    differences.add("position", position(before), position(after));
    differences.add("stage", word(before.stage()), word(after.stage()));
    differences.add("closeCode", word(before.closeCode()), word(after.closeCode()));
    differences.add("injured", text(before.injured()), text(after.injured()));
    return differences.found;
  }

  private void add(String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) found.add(new Difference(field, before, after));
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : WireEnum.wordOf(value);
  }

  private static @Nullable String text(@Nullable Integer value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String position(CallReport call) {
    if (call.position() == null) return null;
    return new JsonText().open().put("at", call.position()).close().toString();
  }
}
