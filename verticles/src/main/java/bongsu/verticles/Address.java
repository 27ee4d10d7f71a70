package bongsu.verticles;

import io.vertx.core.eventbus.DeliveryOptions;

/** Every address on the event bus. Those with an epoch attract nothing once their owner is replaced. */
public final class Address {
  /** Published: somebody took or gave up leases; look at the table now. */
  public static final String LEASES_CHANGED = "bongsu.lease.changed";

  /** Published after a commit that fusion should read; carries nothing, losing it costs a poll interval. */
  public static final String CITY_HINTED = "bongsu.city.hinted";

  /** Published after fusion's commit: the changed incidents. A gap is filled from the store. */
  public static final String INCIDENTS_CHANGED = "bongsu.incident.changed";

  /** Published by each node, when it changes and each second: its calls that are no incidents yet. */
  public static final String CALLS_UNCONFIRMED = "bongsu.call.unconfirmed";

  /** Published by owners: latest states of things, coalesced. Lost ones are repaired by the next. */
  public static final String THINGS_MOVED = "bongsu.thing.moved";

  /** Published by a node that starts: owners answer with all they know on THINGS_MOVED. */
  public static final String PICTURE_ASKED = "bongsu.picture.asked";

  /** Published each second by each node: which sources it heard. */
  public static final String FEEDS_HEARD = "bongsu.feed.heard";

  /** Published on this node alone: the register has a new version, judges need to see it. */
  public static final String ASSETS_CHANGED = "bongsu.asset.changed";

  /** For what concerns no other node. */
  public static final DeliveryOptions HERE = new DeliveryOptions().setLocalOnly(true);

  private Address() {}

  /** Requests of events to the shard's owner; replies once, after commit. */
  public static String shard(int shard, long epoch) {
    return "bongsu.shard." + shard + "." + epoch;
  }

  /** Requests of commands to the city's owner; replies once, after commit. */
  public static String city(long epoch) {
    return "bongsu.city." + epoch;
  }
}
