package bongsu.rules.owner;

import bongsu.core.event.CallReport;
import bongsu.core.event.CityEvent;
import bongsu.core.event.HelpSignal;
import bongsu.core.geo.Position;
import bongsu.core.wire.EventDecoder;
import bongsu.rules.fuse.FusionInput;
import bongsu.rules.judge.CityJudge;
import bongsu.rules.judge.Judgement;
import bongsu.rules.judge.JudgementJson;
import bongsu.rules.judge.RuleFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a row means to fusion. City-scope rules judge here what the shards selected for them. */
final class CityReader {
  private final Function<String, Optional<Position>> placeOf;

  CityReader(Function<String, Optional<Position>> placeOf) {
    this.placeOf = placeOf;
  }

  List<FusionInput> read(CityItem item, CityJudge judge, Consumer<RuleFailedException> failed) {
    return item.isCall() ? List.of(call(item)) : judgement(item, judge, failed);
  }

  private FusionInput call(CityItem item) {
    CityEvent event = EventDecoder.decodeOwn(item.body());
    if (event instanceof CallReport call)
      return new FusionInput.Call(call, item.conflict(), item.receiptsAreIncidents(), item.at());
    return new FusionInput.Help(placed((HelpSignal) event), item.at());
  }

  private HelpSignal placed(HelpSignal help) {
    Position position =
        help.findPosition().or(() -> placeOf.apply(help.deviceId())).orElse(null);
    return new HelpSignal(help.origin(), help.deviceId(), help.kind(), position, null);
  }

  private static List<FusionInput> judgement(
      CityItem item, CityJudge judge, Consumer<RuleFailedException> failed) {
    Judgement judgement = JudgementJson.decode(item.body());
    if (!(judgement instanceof Judgement.Selected selected)) return List.of(input(judgement));
    List<FusionInput> inputs =
        judge.on(selected.event()).stream().map(CityReader::input).toList();
    judge.failed().forEach(failed);
    return inputs;
  }

  private static FusionInput input(Judgement judgement) {
    if (judgement instanceof Judgement.AlarmRaised raised)
      return new FusionInput.AlarmRaised(raised.alarm());
    if (judgement instanceof Judgement.AlarmCleared cleared)
      return new FusionInput.AlarmCleared(cleared.alarmId(), cleared.cause());
    if (judgement instanceof Judgement.UnitProgress progress)
      return new FusionInput.UnitProgress(progress.event());
    throw new IllegalStateException("the city's judge selects nothing: " + judgement.key());
  }
}
