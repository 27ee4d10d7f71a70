package bongsu.rules.fuse;

import bongsu.core.event.Agency;
import bongsu.core.event.UnitPosition;
import bongsu.core.event.UnitTimes;
import bongsu.core.incident.CallRecord;
import bongsu.core.incident.IncidentChange;
import bongsu.core.incident.ReceiptKey;
import bongsu.core.incident.UnitStage;
import bongsu.core.incident.Units;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a unit's own report does: the first of each stage moves its call on. */
final class UnitFusion {
  private final Consequences consequences;

  UnitFusion(Consequences consequences) {
    this.consequences = consequences;
  }

  void on(Turn turn, UnitPosition unit) {
    UnitStage stage = stageOf(unit);
    String receiptNo = unit.receiptNo();
    if (receiptNo == null || stage == null) return;
    findReceipt(turn.ledger(), unit, receiptNo).ifPresent(receipt -> {
      Story story = turn.ledger().findByReceipt(receipt).orElseThrow();
      CallRecord record = story.records().findCall(receipt).orElseThrow();
      if (isNews(record.call().units(), unit.unitId(), stage))
        reach(turn, story, receipt, unit, stage);
    });
  }

  private void reach(
      Turn turn, Story story, ReceiptKey receipt, UnitPosition unit, UnitStage stage) {
    Instant at = unit.observedAt().isAfter(turn.now()) ? turn.now() : unit.observedAt();
    turn.change(
        story,
        head -> new IncidentChange.UnitReached(
            head, receipt.source(), receipt.receiptNo(), unit.unitId(), stage, at));
    consequences.settle(turn, story);
  }

  private static boolean isNews(List<UnitTimes> units, String unitId, UnitStage stage) {
    for (UnitTimes unit : units)
      if (unit.unitId().equals(unitId)) return Units.timeOf(unit, stage) == null;
    return stage != UnitStage.CLEARED && units.size() < Units.MAX_UNITS;
  }

  /** The newest call of that number taken by the unit's agency; a city unit serves either. */
  private static Optional<ReceiptKey> findReceipt(
      Ledger ledger, UnitPosition unit, String receiptNo) {
    ReceiptKey newest = null;
    for (ReceiptKey receipt : ledger.receipts(receiptNo))
      if (serves(unit, ledger, receipt)) newest = receipt;
    return Optional.ofNullable(newest);
  }

  private static boolean serves(UnitPosition unit, Ledger ledger, ReceiptKey receipt) {
    Agency agency = ledger
        .findByReceipt(receipt)
        .flatMap(story -> story.records().findCall(receipt))
        .orElseThrow()
        .call()
        .agency();
    return switch (unit.service()) {
      case POLICE -> agency == Agency.POLICE;
      case FIRE, EMS -> agency == Agency.FIRE;
      case CITY -> true;
    };
  }

  private static @Nullable UnitStage stageOf(UnitPosition unit) {
    if (unit.status() == null) return null;
    return switch (unit.status()) {
      case DISPATCHED -> UnitStage.DISPATCHED;
      case EN_ROUTE -> UnitStage.EN_ROUTE;
      case ON_SCENE -> UnitStage.ON_SCENE;
      case TRANSPORT -> UnitStage.TRANSPORT;
      case AT_HOSPITAL -> UnitStage.AT_HOSPITAL;
      case RETURNING -> UnitStage.CLEARED;
      case AVAILABLE, OFF -> null;
    };
  }
}
