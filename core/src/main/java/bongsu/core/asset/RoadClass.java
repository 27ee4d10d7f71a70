package bongsu.core.asset;

/** A road's rank in the network. */
public enum RoadClass {
  EXPRESSWAY,
  ARTERIAL,
  COLLECTOR
}
