package bongsu.core.incident;

import bongsu.core.event.CallReport;

/** What names one call through all its revisions. */
public record ReceiptKey(String source, String receiptNo) {
  public static ReceiptKey of(CallReport call) {
    return new ReceiptKey(call.origin().source(), call.receiptNo());
  }
}
