package bongsu.core.access;

import bongsu.core.wire.WireEnum;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing a principal may do. What no right allows is refused. */
public enum Right implements WireEnum.Named {
  SEND_CALL_REPORT("send:CallReport"),
  SEND_HELP_SIGNAL("send:HelpSignal"),
  SEND_CAMERA_EVENT("send:CameraEvent"),
  SEND_SENSOR_READING("send:SensorReading"),
  SEND_DEVICE_STATUS("send:DeviceStatus"),
  SEND_UNIT_POSITION("send:UnitPosition"),
  SEND_SIGNAL_STATUS("send:SignalStatus"),
  /** Every type of event. */
  SEND_ALL("send:*"),
  READ_LIVE("read:live"),
  /** Lists incidents and opens one, personal data included; opening is audited. */
  READ_INCIDENTS("read:incidents"),
  READ_ASSETS("read:assets"),
  WRITE_ASSETS("write:assets"),
  /** Acknowledges, verifies, notes, closes, and opens an incident by hand. */
  COMMAND("command"),
  REOPEN("reopen"),
  /** Tokens, users, rejections. */
  ADMINISTER("administer");

  private static final WireEnum<Right> WORDS = WireEnum.of(Right.class);
  private static final String SEND = "send:";
  private static final Map<String, Right> BY_EVENT_TYPE = Arrays.stream(values())
      .filter(right -> right != SEND_ALL && right.wire.startsWith(SEND))
      .collect(Collectors.toUnmodifiableMap(right -> right.wire.substring(SEND.length()), r -> r));

  private final String wire;

  Right(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  public static Optional<Right> find(String wire) {
    return WORDS.find(wire);
  }

  /** All words, for an error that says what is allowed. */
  public static String allowed() {
    return WORDS.allowed();
  }

  /** The right to send one type of event, such as {@code CallReport}; none for an unknown type. */
  public static Optional<Right> findSend(String eventType) {
    return Optional.ofNullable(BY_EVENT_TYPE.get(eventType));
  }
}
