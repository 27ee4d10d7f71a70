package bongsu.verticles.journal;

/** What became of events that were given to the journal. */
public enum Fate {
  /** On this node's disk, and in the store later: may be acknowledged. */
  KEPT,
  /** Neither here nor there: there is no room, or the disk does not write. */
  REFUSED,
  /** The store is back and all before them is in it: hand them to their shards. */
  NOT_NEEDED
}
