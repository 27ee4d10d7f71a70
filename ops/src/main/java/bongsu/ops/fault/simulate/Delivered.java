package bongsu.ops.fault.simulate;

import bongsu.verticles.shard.Parcel;
import java.util.List;

/** One event on its way from a sender, and who is told that it is kept. */
record Delivered(Parcel parcel, Runnable onKept) {
  void settle() {
    onKept.run();
  }

  static List<Parcel> parcels(List<Delivered> group) {
    return group.stream().map(Delivered::parcel).toList();
  }
}
