package bongsu.core.event;

import bongsu.core.wire.WireEnum;

/** Who took the call. */
public enum Agency implements WireEnum.Named {
  POLICE("112"),
  FIRE("119");

  private final String wire;

  Agency(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
