package bongsu.core.event;

/** Why a call or incident was closed: 완결, 오인, 허위, 이첩, 중복, 미발견. */
public enum CloseCode {
  COMPLETED,
  MISTAKEN,
  HOAX,
  TRANSFERRED,
  DUPLICATE,
  NOT_FOUND
}
