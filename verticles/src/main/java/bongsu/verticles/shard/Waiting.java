package bongsu.verticles.shard;

/** One parcel of a delivery in the queue of its owner. */
record Waiting(Delivery delivery, int index) {
  Parcel parcel() {
    return delivery.parcels().get(index);
  }

  void settle(Outcome outcome) {
    delivery.settle(index, outcome);
  }
}
