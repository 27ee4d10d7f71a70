package bongsu.verticles.journal;

import bongsu.core.wire.EventWriter;
import bongsu.core.wire.Rejection;
import bongsu.verticles.access.Rejections;
import bongsu.verticles.shard.Parcel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of acknowledged events that the store does not take (a fault of ours, never the
 * sender's): they stay on the disk in a file of their own, and are shown among the rejections.
 */
final class SetAside {
  private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

  private final Vertx vertx;
  private final LaneFiles files;
  private final Rejections rejections;

  SetAside(Vertx vertx, LaneFiles files, Rejections rejections) {
    this.vertx = vertx;
    this.files = files;
    this.rejections = rejections;
  }

  /** Completes when they are on the disk; told as often as it is not certain that they are. */
  Future<Void> setAside(List<Parcel> parcels) {
    return vertx
        .executeBlocking(() -> files.setAside(parcels))
        .compose(file -> show(file, parcels));
  }

  private Future<Void> show(Path file, List<Parcel> parcels) {
    LOG.error(
        "{} acknowledged events, which the store does not take, are in {}", parcels.size(), file);
    Path shortName = file.subpath(file.getNameCount() - 2, file.getNameCount());
    Rejection why = new Rejection(
        "", "acknowledged, but the store does not take it; kept in the journal: " + shortName);
    List<Future<Void>> shown = parcels.stream()
        .map(parcel -> rejections.record(
            parcel.event().origin().source(), why, EventWriter.body(parcel.event())))
        .toList();
    return Future.join(shown).<Void>mapEmpty().otherwiseEmpty();
  }
}
