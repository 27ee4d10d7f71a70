package bongsu.core.event;

/** How far an agency is: 접수, 지령, 출동, 현장도착, 조치, 종결; only ever forward within one call. */
public enum CallStage {
  REPORTED,
  DISPATCHED,
  EN_ROUTE,
  ON_SCENE,
  HANDLING,
  CLOSED
}
